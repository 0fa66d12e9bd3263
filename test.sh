#!/usr/bin/env bash
# test.sh [--long]: does all set-up, runs every test; the last line is "N passed, N failed, N skipped".
# --long also runs what takes more than a few minutes. Where the shared folder lies beside the checkout, only the tests named in tests/skipped.txt may be skipped.
set -uo pipefail
cd "$(dirname "$0")"
for argument in "$@"; do
  case $argument in
    --long) export POLICYGRAPH_LONG=1 POLICYGRAPH_MEASURE=1 POLICYGRAPH_HISTORIES=200 ;;
    *) sed -n '2,3s/^# //p' "$0" >&2; exit 2 ;;
  esac
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
if ! command -v dotnet >/dev/null; then
  echo "需要 .NET 10 SDK：https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  exit 1
fi

need() { # need COMMAND PACKAGE: installs a Debian package where we may, otherwise says the one line to type
  command -v "$1" >/dev/null && return
  if [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $2; } >/dev/null 2>&1 && return
  fi
  echo "缺少 $1，用到它的测试会说明原因并跳过；安装：sudo apt-get install -y $2" >&2
}
need python3 python3
need pdftotext "poppler-utils poppler-data"

# The server that the Neo4j tests start.
[[ -x ../shared/neo4j/start ]] && need java openjdk-17-jre-headless

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build PolicyGraph.sln -c Release -v quiet --nologo || { echo "构建失败" >&2; echo "0 passed, 1 failed, 0 skipped"; exit 1; }
dotnet test PolicyGraph.sln -c Release --no-build --nologo --logger "console;verbosity=normal" -- RunConfiguration.MaxCpuCount=2 >"$log" 2>&1
status=$?
grep -E '^\s+(Failed|Skipped) |^Failed!|^Passed!|^Skipped!|^ *Error Message|TCK' "$log" | sed 's/^/  /'
unexpected=$([[ -d ../shared ]] && sed -nE 's/^ +Skipped ([^ ]+).*/\1/p' "$log" | grep -vxFf <(grep -v '^#' tests/skipped.txt))
[[ -n $unexpected ]] && { echo "skipped without being named in tests/skipped.txt:"; echo "$unexpected"; }
[[ $status -ne 0 ]] && grep -A 12 -E '^\s+Failed ' "$log" | head -200
awk '
  /^Total tests:/ { next }
  /^ +Passed: /  { passed += $2 }
  /^ +Failed: /  { failed += $2 }
  /^ +Skipped: / { skipped += $2 }
  END { printf "%d %d %d\n", passed, failed, skipped }' "$log" | {
  read -r passed failed skipped
  if [[ $passed -eq 0 || ( $status -ne 0 && $failed -eq 0 ) ]]; then
    tail -n 40 "$log"
    failed=$((failed + 1))
  fi
  [[ -n $unexpected ]] && failed=$((failed + 1))
  echo "$passed passed, $failed failed, $skipped skipped"
  [[ $failed -eq 0 ]]
}
