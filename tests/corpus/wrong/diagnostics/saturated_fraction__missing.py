# wrong: diagnostics.saturated_fraction: missing-function
# Spelled differently: saturation_fraction.
saturation_fraction = saturated_fraction
del saturated_fraction
