using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Tests.Questions;

public sealed class QuantityScannerTests
{
    [Theory]
    [InlineData("连续两次抽查没问题就能三年免检", "2次 3年")]
    [InlineData("规定85分以上才算", "85分")]
    [InlineData("用了1000万千瓦时", "10000000千瓦时")]
    [InlineData("千家绿色工厂", "1000家")]
    [InlineData("到2020年", "")]
    public void Quantities_InDigitsOrWords_AreRead(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', QuantityScanner.Find(text).Select(f => $"{f.Quantity.Value:0.##}{f.Quantity.Unit}")));

    [Fact]
    public void Units_OfOneKind_AreCompared()
    {
        Assert.True(QuantityScanner.IsSameKind("家", "个"));
        Assert.False(QuantityScanner.IsSameKind("家", "年"));
    }
}
