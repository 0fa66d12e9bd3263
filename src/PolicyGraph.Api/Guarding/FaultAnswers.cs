using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Serving;
using PolicyGraph.Assistant;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Neo4j;
using PolicyGraph.Ontology.Yaml;
using PolicyGraph.Tracing;

namespace PolicyGraph.Api.Guarding;

/// <summary>Whatever goes wrong becomes problem details with one sentence; what only the operator may know goes to the log.</summary>
internal sealed class FaultAnswers(RequestDelegate next, ILogger<FaultAnswers> logger)
{
    /// <summary>Passes the request on and answers for its faults.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
#pragma warning disable CA1031 // the last stop: no exception may reach the client as a stack trace
        catch (Exception error)
#pragma warning restore CA1031
        {
            await AnswerAsync(context, error);
        }

        Log.Answered(logger, context.Request.Method, context.Request.Path.ToUriComponent(), context.Response.StatusCode, (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    /// <summary>The problem of an exception; null for one that nobody foresaw.</summary>
    public static Problem? Of(Exception error) => error switch
    {
        ProblemException known => known.Problem,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new Problem(StatusCodes.Status413PayloadTooLarge, "请求的内容超过上限；请拆分后再传"),
        BadHttpRequestException bad => new Problem(bad.StatusCode, "请求不完整或不符合 HTTP；请检查后重试"),
        RequestException or AskException or GapException or TraceException or YamlException => Problem.BadRequest(error.Message),
        GraphStoreException or ServerException => Problem.Unavailable(error.Message, retryAfter: 5),
        GraphException { Class: GraphErrorClass.Limit } => Problem.Unavailable($"查询超过上限：{error.Message}"),
        IngestionException => Problem.Unavailable(error.Message, retryAfter: 5),
        InvalidDataException => Problem.Unavailable($"{error.Message}；图中的本体数据不完整，请用 policygraph ingest 重新装载"),
        OperationCanceledException => Problem.Unavailable("超过时间上限，没有答完；请缩小范围后重试"),
        IOException or UnauthorizedAccessException => Problem.Unavailable("服务器读写数据文件夹失败；请检查磁盘空间和权限", retryAfter: 5),
        _ => null,
    };

    private async Task AnswerAsync(HttpContext context, Exception error)
    {
        var problem = Of(error);
        if (problem is null or { Status: >= 500 })
        {
            var trace = Activity.Current?.Id ?? context.TraceIdentifier;
            Log.Failed(logger, context.Request.Method, context.Request.Path.ToUriComponent(), trace, error);
            problem = (problem ?? Problem.Unavailable("服务器内部出错；请把 trace 和服务器的输出交给维护者")) with { Trace = trace };
        }

        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        await problem.ExecuteAsync(context);
    }
}
