namespace PolicyGraph.Text.Tests;

public sealed class ChineseAmountTests
{
    [Theory]
    [InlineData("百家绿色园区", 100, "", 1)]
    [InlineData("千家绿色工厂", 1000, "", 1)]
    [InlineData("万种绿色产品", 10000, "", 1)]
    [InlineData("4万亿元", 4, "万亿", 3)]
    [InlineData("1.8亿吨", 1.8, "亿", 4)]
    [InlineData("五十家", 50, "", 2)]
    [InlineData("十万元", 10, "万", 2)]
    [InlineData("1,234家", 1234, "", 5)]
    public void Amount_AsPlansWriteIt_KeepsItsScaleApart(string text, double value, string scale, int length)
    {
        Assert.True(ChineseAmount.TryReadAt(text, 0, out var amount));
        Assert.Equal(((decimal)value, scale, length), (amount.Value, amount.Scale, amount.Length));
    }

    [Fact]
    public void FullWidthDigits_OfATarget_AreReadAsDigits()
    {
        Assert.True(ChineseAmount.TryReadAt("下降１３．５％", 2, out var amount));
        Assert.Equal((13.5m, 4), (amount.Value, amount.Length));
    }

    [Theory]
    [InlineData("家")]
    [InlineData("9999999999999999999999999999999")]
    public void Amount_ThatIsNone_IsRefused(string text) => Assert.False(ChineseAmount.TryReadAt(text, 0, out _));
}
