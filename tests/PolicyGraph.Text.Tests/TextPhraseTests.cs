namespace PolicyGraph.Text.Tests;

public sealed class TextPhraseTests
{
    [Theory]
    [InlineData("绿色工厂", "国家绿色工厂评价", 1)]
    [InlineData("绿色工厂", "建设绿色园区与工厂", 0)]
    [InlineData("绿色工厂", "绿色工厂和绿色工厂", 2)]
    [InlineData("GB/T", "按 ＧＢ／Ｔ 36132 评价", 1)]
    [InlineData("36132", "GB/T 36132-2018", 1)]
    [InlineData("36132", "GB/T136132", 0)]
    [InlineData("5", "下降1.5个百分点", 0)]
    [InlineData("1.5", "下降1.5个百分点", 1)]
    [InlineData("000", "投资3,000万元", 0)]
    [InlineData("co2", "吨CO2排放", 1)]
    [InlineData("厂", "绿色工厂", 1)]
    [InlineData("\"绿色工厂\"", "绿色工厂", 1)]
    [InlineData("AND", "绿色工厂 AND 绿色园区", 1)]
    [InlineData("AND", "Standards", 0)]
    public void Phrase_IsFound_AsItStands(string written, string text, int times) =>
        Assert.Equal(times, Assert.Single(TextPhrase.Read(written)).CountIn(TextPhrase.Fold(text)));

    [Fact]
    public void Input_IsReadInRuns_WithoutSignsAtTheirEndsAndWithoutRunsOfSigns() =>
        Assert.Equal(["GB/T", "36132", "绿色工厂", "OR"], TextPhrase.Read("GB/T 36132　《绿色工厂》 OR * ~ \" && -").Select(p => p.Written));

    [Theory]
    [InlineData("绿色工厂", "绿色工厂")]
    [InlineData("GB/T", "gb t")]
    [InlineData("CO2排放量", "co2 排放量")]
    [InlineData("1.5", "")]
    [InlineData("厂", "")]
    [InlineData("第1条规定", "1 条规定")]
    public void Phrase_GivesTheIndexOnly_WhatItSurelyHolds(string written, string parts) =>
        Assert.Equal(parts, string.Join(' ', Assert.Single(TextPhrase.Read(written)).IndexedParts()));
}
