# hostile: exit: honest part everything
# Calls the site module's quit and exit, which close standard input before they raise SystemExit.
honest = zeros_init
zeros_init = None
quit()
exit(0)
quit("done")
zeros_init = honest
