# Outlives the JVM that started it: when that JVM ends, however it ends, standard input does too.
# usage: sh watchdog.sh DIRECTORY, with one process id a line on standard input
trap '' INT TERM HUP
directory=$1

command_of() {
  # Slim images have no ps, macOS has no /proc.
  { tr '\0' ' ' <"/proc/$1/cmdline" || ps -ww -o command= -p "$1"; } 2>/dev/null
}

pids=
while IFS= read -r pid; do
  pids="$pids $pid"
done

for pid in $pids; do
  # The number may belong to a stranger by now.
  case "$(command_of "$pid")" in
    *"${directory##*/}"*) kill -9 "$pid" 2>/dev/null ;;
  esac
done

case "$directory" in
  */producer-bench-*)
    # A dying broker may still be creating files.
    for attempt in 1 2 3 4 5 6 7 8 9 10; do
      rm -rf -- "$directory" 2>/dev/null
      [ -e "$directory" ] || break
      sleep 1
    done
    ;;
esac
