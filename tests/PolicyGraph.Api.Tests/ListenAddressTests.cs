using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Serving;

namespace PolicyGraph.Api.Tests;

/// <summary>What <c>--urls</c> takes, and that a port which is taken ends in one line.</summary>
[Collection("served")]
public sealed class ListenAddressTests(CorpusData corpus)
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("http://localhost:8080/", "http://localhost:8080")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080")]
    [InlineData("http://127.0.0.1:8080;http://[::1]:8081", "http://127.0.0.1:8080 http://[::1]:8081")]
    [InlineData("http://127.0.0.1", "http://127.0.0.1:80")]
    public void Urls_OfThisMachine_AreTaken(string urls, string expected) => Assert.Equal(expected, string.Join(' ', ListenAddress.ReadAll(urls)));

    [Theory]
    [InlineData("http://0.0.0.0:8080", "本机")]
    [InlineData("http://*:8080", "本机")]
    [InlineData("http://+:8080", "本机")]
    [InlineData("http://192.168.1.20:8080", "本机")]
    [InlineData("http://[::]:8080", "本机")]
    [InlineData("http://policygraph.example:8080", "本机")]
    [InlineData("http://127.0.0.1:8080;http://0.0.0.0:8080", "本机")]
    [InlineData("https://127.0.0.1:8443", "只提供 http")]
    [InlineData("http://127.0.0.1:8080/api", "端口为止")]
    [InlineData("127.0.0.1", "不是网址")]
    [InlineData("http://127.0.0.1:99999", "不是网址")]
    [InlineData("", "空的")]
    public void Urls_ThatOthersCouldReachOrNobody_AreRefusedInOneLine(string urls, string says)
    {
        var error = Assert.Throws<RequestException>(() => ListenAddress.ReadAll(urls));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task Port_ThatIsTaken_IsSaidInOneLine()
    {
        await using var first = await RunningServer.StartAsync(corpus.Folder);
        await using var second = ApiServer.Create(new ServeOptions(corpus.Folder, [new ListenAddress("127.0.0.1", first.Address.Port)]));
        var error = await Assert.ThrowsAsync<RequestException>(() => ApiServer.StartAsync(second, default));
        Assert.Contains("已被别的程序占用", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
