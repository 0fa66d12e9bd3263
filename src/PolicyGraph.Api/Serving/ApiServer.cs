using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Catalogue;
using PolicyGraph.Api.Endpoints;
using PolicyGraph.Api.Guarding;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Page;
using PolicyGraph.Api.Uploads;
using PolicyGraph.Ontology;

namespace PolicyGraph.Api.Serving;

/// <summary>The HTTP server: what the commands answer, over loopback.</summary>
/// <remarks>Nothing is read from the environment or from settings files: only the options decide where it listens and what it allows.</remarks>
public static class ApiServer
{
    /// <summary>Puts the server together; it is not started yet.</summary>
    /// <exception cref="RequestException">The data folder or the ontology cannot be used.</exception>
    public static WebApplication Create(ServeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "PolicyGraph.Api" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            ServerLimits.Apply(kestrel, options.Limits);
            foreach (var address in options.Addresses)
            {
                Listen(kestrel, address);
            }
        });
        builder.Services.AddPolicyGraphApi(options);
        var app = builder.Build();
        app.Use(SecurityHeaders.InvokeAsync);
        app.UseMiddleware<LoopbackGuard>();
        app.UseMiddleware<FaultAnswers>();
        app.UseStatusCodePages(context => StatusProblem(context.HttpContext).ExecuteAsync(context.HttpContext));
        app.UseRouting();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.MapPolicyGraph();
        return app;
    }

    /// <summary>Starts the server.</summary>
    /// <returns>Its addresses with the ports that it got.</returns>
    /// <exception cref="RequestException">A port is taken, or may not be used.</exception>
    public static async Task<IReadOnlyList<string>> StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(app);
        var asked = string.Join("、", app.Services.GetRequiredService<ServeOptions>().Addresses);
        try
        {
            _ = app.Services.GetRequiredService<ServedGraph>().Latest();
            _ = app.Services.GetRequiredService<PolicyOntology>();
            await app.StartAsync(cancellationToken);
            return [.. app.Urls];
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new RequestException($"{asked}：端口已被别的程序占用；请用 --urls 换一个端口，例如 --urls http://127.0.0.1:8081", error);
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            throw new RequestException($"{asked}：不能在这个地址上提供服务（{error.Message}）；请用 --urls 换一个地址或端口", error);
        }
    }

    /// <summary>What the operator should know of the data folder, one line each.</summary>
    public static IReadOnlyList<string> Warnings(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var options = app.Services.GetRequiredService<ServeOptions>();
        var missing = options.Graph is null && !Directory.Exists(options.Data) ? [$"没有数据文件夹 {options.Data}，按空图提供服务；请检查 --data，或用 policygraph ingest 装载"] : Array.Empty<string>();
        return [.. missing, .. app.Services.GetRequiredService<ServedGraph>().Warnings];
    }

    /// <summary>Serves until it is told to stop; then finishes what was begun.</summary>
    /// <param name="app">The server, started.</param>
    /// <param name="cancellationToken">Tells it to stop.</param>
    public static async Task WaitAsync(WebApplication app, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(app);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.StopAsync(CancellationToken.None);
    }

    /// <summary>Adds what the routes need.</summary>
    private static void AddPolicyGraphApi(this IServiceCollection services, ServeOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new ServedGraph(options.Data, options.Graph, options.Wait));
        services.AddSingleton(_ => new PolicyOntology(OntologyFolder.Read()));
        services.AddSingleton<FileExtraction>();
        services.AddSingleton<StatementGate>();
        services.AddSingleton<ServedAssistant>();
        services.AddSingleton<UploadQueue>().AddHostedService(s => s.GetRequiredService<UploadQueue>());
        services.AddRouting();
        services.AddRateLimiter(limiter => ServerLimits.Apply(limiter, options.Limits));
        services.AddRequestTimeouts(timeouts => ServerLimits.Apply(timeouts, options.Limits));
        services.AddPolicyGraphOpenApi();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Limits.StopTime);
        services.AddSingleton<IHostLifetime, CallerLifetime>();
        services.AddLogging(logging => logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss ")).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None));
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void MapPolicyGraph(this WebApplication app)
    {
        PageEndpoint.Map(app);
        HealthEndpoint.Map(app);
        DocumentEndpoints.Map(app);
        EnterpriseEndpoints.Map(app);
        AssessmentEndpoints.Map(app);
        UploadEndpoints.Map(app);
        AskEndpoint.Map(app);
        TraceEndpoint.Map(app);
        CypherEndpoint.Map(app);
        QueryApiEndpoints.Map(app);
        LaterEndpoints.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json");
    }

    private static void Listen(KestrelServerOptions kestrel, ListenAddress address)
    {
        static void Http1(ListenOptions listen) => listen.Protocols = HttpProtocols.Http1;
        if (address.Address is { } ip)
        {
            kestrel.Listen(ip, address.Port, Http1);
        }
        else
        {
            kestrel.ListenLocalhost(address.Port, Http1);
        }
    }

    private static Problem StatusProblem(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Problem.NotFound($"没有 {context.Request.Path.Value}；接口见 / 和 /openapi/v1.json"),
        StatusCodes.Status405MethodNotAllowed => new Problem(StatusCodes.Status405MethodNotAllowed, $"{context.Request.Path.Value} 不接受 {context.Request.Method}；可用的方法：{context.Response.Headers.Allow}"),
        StatusCodes.Status415UnsupportedMediaType => new Problem(StatusCodes.Status415UnsupportedMediaType, "请求的内容类型不对；JSON 请加上请求头 Content-Type: application/json"),
        var status => new Problem(status, "请求没有成功；请检查网址、方法和内容"),
    };

    /// <summary>Starts and stops when the caller says so: the command line watches the signals.</summary>
    private sealed class CallerLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
