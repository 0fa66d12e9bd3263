using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using PolicyGraph.Api.Serving;

namespace PolicyGraph.Api.Tests;

/// <summary>A real server on a free port, and a client of it.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    /// <summary>The made-up sample enterprise of the corpus.</summary>
    public const string Yuedong = "91445300MA9XK0WN47";

    private readonly WebApplication app;

    private RunningServer(WebApplication app, Uri address)
    {
        this.app = app;
        Address = address;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public static async Task<RunningServer> StartAsync(string data, Func<ServeOptions, ServeOptions>? change = null)
    {
        var options = new ServeOptions(data, ListenAddress.ReadAll("http://127.0.0.1:0"));
        var app = ApiServer.Create(change?.Invoke(options) ?? options);
        var addresses = await ApiServer.StartAsync(app, default);
        return new RunningServer(app, new Uri(addresses[0]));
    }

    public Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Reply> PostAsync(string path, string json, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    public Task<Reply> UploadAsync(string path, string name, string text, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, Form(name, Encoding.UTF8.GetBytes(text)), headers);

    /// <summary>A form as curl and browsers send it: the name as UTF-8 between quotes.</summary>
    public static HttpContent Form(string name, byte[] bytes, string field = "file")
    {
        using var body = new MemoryStream();
        body.Write(Encoding.UTF8.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.Write(bytes);
        body.Write("\r\n--b--\r\n"u8);
        var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        return content;
    }

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request);
        return new Reply(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(), response.Headers);
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}

/// <summary>What came back.</summary>
internal sealed record Reply(HttpStatusCode Status, string? MediaType, string Body, HttpResponseHeaders Headers)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The sentence of a problem; fails when it is none.</summary>
    public string Problem(HttpStatusCode status)
    {
        Assert.Equal((status, "application/problem+json"), (Status, MediaType));
        Assert.Equal((int)status, Json.GetProperty("status").GetInt32());
        Assert.DoesNotContain(" at PolicyGraph.", Body, StringComparison.Ordinal);
        return Json.GetProperty("detail").GetString() ?? string.Empty;
    }

    /// <summary>The JSON of a good answer; fails when it is none.</summary>
    public JsonElement Ok()
    {
        Assert.True(Status == HttpStatusCode.OK, $"{Status} {Body}");
        Assert.Equal("application/json", MediaType);
        return Json;
    }
}
