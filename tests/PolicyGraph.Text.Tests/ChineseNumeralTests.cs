namespace PolicyGraph.Text.Tests;

public sealed class ChineseNumeralTests
{
    [Theory]
    [InlineData("七", 7)]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十一", 21)]
    [InlineData("一百零三", 103)]
    [InlineData("一百一十", 110)]
    [InlineData("两千", 2000)]
    [InlineData("九千九百九十九", 9999)]
    public void Numeral_OfAStatute_IsRead(string text, int expected)
    {
        Assert.True(ChineseNumeral.TryRead(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("百")]
    [InlineData("零")]
    [InlineData("二〇二四")]
    [InlineData("壹")]
    [InlineData("第七")]
    [InlineData("一百三")]
    [InlineData("一百零")]
    [InlineData("十十")]
    [InlineData("万")]
    public void Numeral_ThatIsNone_IsRefused(string text)
    {
        Assert.False(ChineseNumeral.TryRead(text, out var value));
        Assert.Equal(0, value);
    }
}
