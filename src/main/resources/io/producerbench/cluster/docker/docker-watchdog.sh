# Outlives the JVM that started it: when that JVM ends, however it ends, standard input does too.
# usage: sh docker-watchdog.sh FILTER; if "done" was the last line on standard input, nothing is left to remove
trap '' INT TERM HUP
filter=$1

last=
while IFS= read -r line; do
  last=$line
done
[ "$last" = done ] && exit 0
command -v docker >/dev/null || exit 0

# What Docker or a compose client was about to create appears only later.
quiet=0
for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  containers=$(docker ps -aq --filter "$filter")
  volumes=$(docker volume ls -q --filter "$filter")
  networks=$(docker network ls -q --filter "$filter")
  if [ -z "$containers$volumes$networks" ]; then
    quiet=$((quiet + 1))
    [ $quiet -ge 3 ] && break
  else
    quiet=0
    # The ids are words of their own on purpose.
    [ -z "$containers" ] || docker rm -fv $containers
    [ -z "$volumes" ] || docker volume rm $volumes
    [ -z "$networks" ] || docker network rm $networks
  fi
  sleep 1
done
