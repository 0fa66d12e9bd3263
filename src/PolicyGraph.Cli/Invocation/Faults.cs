using PolicyGraph.Api.Hosting;
using PolicyGraph.Assistant;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Neo4j;
using PolicyGraph.Ontology.Yaml;
using PolicyGraph.Readers;
using PolicyGraph.Tracing;

namespace PolicyGraph.Cli.Invocation;

/// <summary>What a failed command says: one line, and the exit code 1.</summary>
public static class Faults
{
    /// <summary>The line for an exception.</summary>
    public static string Line(Exception error) => error switch
    {
        RequestException or AskException or GapException or TraceException or IngestionException or YamlException or GraphStoreException or ServerException or DocumentReadException => error.Message,
        GraphException graph => Commands.CypherOutput.Line(graph),
        OperationCanceledException => "已中断；已提交的内容都在，重新运行会接着做",
        InvalidDataException => $"{error.Message}；图中的本体数据不完整，请重新装载（ingest）",
        UnauthorizedAccessException => $"没有权限：{error.Message}",
        IOException => $"读写失败：{error.Message}；请检查路径、磁盘空间和权限",
        _ => Environment.GetEnvironmentVariable("POLICYGRAPH_DEBUG") is null ? $"内部错误（{error?.GetType().Name}）：{error?.Message}；请设 POLICYGRAPH_DEBUG=1 再运行一次，把输出报告给维护者" : $"内部错误：{error}",
    };
}
