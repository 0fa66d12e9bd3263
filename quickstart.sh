#!/usr/bin/env bash
# quickstart.sh [--no-serve] [--graph URL] [DATA]: builds, ingests the corpus with its made-up enterprises into DATA (default ./data), prints a gap analysis,
# a check, a trace, an answer and a Cypher result, then serves on http://127.0.0.1:8080. Needs the .NET 10 SDK; safe to run twice.
set -euo pipefail
cd "$(dirname "$0")"
data=./data serve=yes graph=()
while [[ $# -gt 0 ]]; do
  case $1 in
    --no-serve) serve=no ;;
    --graph) graph=(--graph "${2:?--graph URL}"); shift ;;
    -*) sed -n '2,3s/^# //p' "$0" >&2; exit 2 ;;
    *) data=$1 ;;
  esac
  shift
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
if ! command -v dotnet >/dev/null; then
  echo "需要 .NET 10 SDK：https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  exit 1
fi

if ! command -v pdftotext >/dev/null; then # PDF alone needs it
  if [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends poppler-utils poppler-data; } >/dev/null 2>&1 || true
  fi
  command -v pdftotext >/dev/null || echo "没有 poppler，PDF 文件将不能读（其他格式不受影响）；安装：sudo apt-get install -y poppler-utils poppler-data" >&2
fi

echo "== 构建"
dotnet publish src/PolicyGraph.Cli -c Release -o artifacts/policygraph -v quiet --nologo
policygraph() { artifacts/policygraph/policygraph "$@" --data "$data" "${graph[@]}"; }
enterprise=corpus/enterprises/yuedong-cement

echo "== 装载语料：五份政策文件和几家虚构企业的证据"
policygraph ingest corpus

echo
echo "== 这家企业要成为绿色工厂还差什么？（虚构的水泥厂，虚构的行业基准）"
policygraph gap "$enterprise" --as-of 2026-06-30 --benchmarks "$enterprise.benchmarks.yaml"

echo
echo "== 证据之间、证据与条款之间有什么问题？"
policygraph check "$enterprise" --as-of 2026-06-30

echo
echo "== 广东的绿色工厂目标从哪里来？"
policygraph trace --indicator 绿色工厂数量

echo
echo "== 提问：每年的动态管理表最晚什么时候填完？"
policygraph ask 每年的动态管理表最晚什么时候填完？

echo
echo "== Cypher：各份政策定下的绿色工厂数量目标"
policygraph cypher '
  MATCH (d:Policy)-[:HAS_PROVISION]->(:Provision)-[:SETS]->(t:Target)
  WHERE t.indicator CONTAINS "绿色工厂" OR t.indicator CONTAINS "绿色示范工厂"
  RETURN d.title AS 文件, d.level AS 层级, t.value AS 数值, t.unit AS 单位, t.year AS 年份, t.quote AS 原文
  ORDER BY t.value DESC, t.id'

[[ $serve == no ]] && exit 0
echo
echo "== HTTP 服务：同样的 JSON"
policygraph serve
