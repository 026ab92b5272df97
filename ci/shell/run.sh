#!/bin/sh
# For cron, or an engine without a recipe of its own: ci/shell/run.sh [options of run]
#   LIVECHAT_CONFORMANCE  the command (npx --yes livechat-conformance@0.1)
#   REPORTS               folder for the reports and the history (reports)
# Secrets come from the environment. Ends with the code of the run and says on standard error what it means.
set -u

: "${LIVECHAT_CONFORMANCE:=npx --yes livechat-conformance@0.1}"
: "${REPORTS:=reports}"
CI=${CI:-true}
NO_COLOR=1
export CI NO_COLOR

# Unquoted: it may be a command with arguments.
# shellcheck disable=SC2086
$LIVECHAT_CONFORMANCE run --out "$REPORTS" --history "$REPORTS/history" "$@"
code=$?

case $code in
  0) outcome='the gate is met' ;;
  1) outcome='the gate is not met' ;;
  2) outcome='the input is wrong; nothing was judged, or a waiver is over' ;;
  3) outcome='it could not be proven' ;;
  130) outcome='it was interrupted; what was obtained is on disk' ;;
  *) outcome='the command itself did not run' ;;
esac
echo "livechat-conformance: $outcome (exit code $code)" >&2
exit "$code"
