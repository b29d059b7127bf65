# What ./run and ./test both need; sourced by them.

fail() {
  echo "✗ $*" >&2
  exit 1
}

# Sets JAVA_HOME to an installed JDK 25 or later, whatever the default is.
use_jdk_25() {
  local home version
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    [ -x "$home/bin/javac" ] && [ -f "$home/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    if [ "${version:-0}" -ge 25 ]; then
      export JAVA_HOME=$home
      return
    fi
  done
  fail "No JDK 25 found: install one below /usr/lib/jvm, or set JAVA_HOME."
}

need() {
  command -v "$1" > /dev/null || fail "$1 is missing: $2"
}

need_build_tools() {
  use_jdk_25
  need mvn "install Maven (Debian: apt install maven)."
  need node "install Node (Debian: apt install nodejs npm)."
  need npm "install npm (Debian: apt install npm)."
  need setsid "install util-linux."
  if [ "$(id -u)" = 0 ] && ! command -v unshare > /dev/null && ! command -v setpriv > /dev/null; then
    fail "unshare and setpriv are missing: PostgreSQL does not run as root without one. Install util-linux."
  fi
}

# need_disk MEGABYTES
need_disk() {
  local free
  free=$(df -Pm . | awk 'NR == 2 { print $4 }')
  [ "$free" -ge "$1" ] || fail "Only $free MB of disk are free here; $1 MB are needed."
}
