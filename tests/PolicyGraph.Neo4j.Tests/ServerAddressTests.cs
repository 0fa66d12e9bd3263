namespace PolicyGraph.Neo4j.Tests;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("http://db.example:7474", "http://db.example:7474")]
    [InlineData("http://db.example:80", "http://db.example")]
    [InlineData("http://db.example", "http://db.example:7474")]
    [InlineData("https://db.example", "https://db.example:7473")]
    [InlineData("http://[::1]:17474/", "http://[::1]:17474")]
    [InlineData("neo4j://db.example", "http://db.example:7474")]
    [InlineData("bolt://db.example:7687", "http://db.example:7474")]
    [InlineData("neo4j+s://db.example", "https://db.example:7473")]
    [InlineData("bolt+s://db.example:7687", "https://db.example:7473")]
    public void Address_OfAKnownForm_IsTheHttpInterface(string written, string http)
    {
        Assert.True(ServerAddress.TryRead(written, out var address, out var fault), fault);
        Assert.Equal(http, address!.ToString()); // It was read.
    }

    [Theory]
    [InlineData("bolt://db.example:9999", "请写作 --graph http://db.example:7474")]
    [InlineData("neo4j+s://db.example:7688", "请写作 --graph https://db.example:7473")]
    [InlineData("http://neo4j:secret@db.example:7474", "POLICYGRAPH_GRAPH_PASSWORD")]
    [InlineData("http://db.example:7474/other", "请写作 http://db.example:7474")]
    [InlineData("postgres://db.example", "不认识 postgres://")]
    [InlineData("neo4j", "请写作 embedded:DIR")]
    public void Address_OfAnotherForm_IsRefusedWithWhatToWrite(string written, string part)
    {
        Assert.False(ServerAddress.TryRead(written, out _, out var fault));
        Assert.Contains(part, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://db.example:7474", true)]
    [InlineData("https://db.example:7473", false)]
    [InlineData("http://127.0.0.1:7474", false)]
    public void Address_WithoutEncryptionOverANetwork_IsExposed(string written, bool isExposed)
    {
        Assert.True(ServerAddress.TryRead(written, out var address, out _));
        Assert.Equal(isExposed, address!.IsExposed); // It was read.
    }
}
