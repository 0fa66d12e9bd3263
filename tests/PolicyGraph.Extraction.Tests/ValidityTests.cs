namespace PolicyGraph.Extraction.Tests;

public sealed class ValidityTests
{
    [Theory]
    [InlineData("本办法自2021年3月1日起施行，有效期五年。", "2021-03-01", "2026-02-28")]
    [InlineData("本办法自2021年3月1日起施行，有效期至2025年12月31日。", "2021-03-01", "2025-12-31")]
    [InlineData("本办法有效期自2022年1月1日至2026年12月31日。", "2022-01-01", "2026-12-31")]
    [InlineData("自2023年5月1日起实施，有效期为3年，由省工业和信息化厅负责解释。", "2023-05-01", "2026-04-30")]
    [InlineData("本办法自印发之日起施行，有效期5年。", "2022-06-24", "2027-06-23")]
    [InlineData("本办法自印发之日起30日后施行。", "2022-07-24", null)]
    [InlineData("本文件自 2022 年 8 月 1 日起实施。", "2022-08-01", null)]
    [InlineData("本条例自2010年11月1日起施行。", "2010-11-01", null)]
    public void Term_IsReadFromTheSentenceAboutTheDocument(string sentence, string? from, string? until) => Assert.Equal((from, until), Read(sentence));

    [Theory]
    [InlineData("绿色工厂标识有效期三年。")]
    [InlineData("通过审查认定的单位在认定有效期内没有发生本办法第二十八条规定的情形，不再实施强制性清洁生产审核。")]
    [InlineData("企业应当按照2019年1月1日起施行的标准进行改造。")]
    [InlineData("本办法与《节约能源条例》（自2018年5月1日起施行）一并执行。")]
    public void Term_OfSomethingElse_IsNotThatOfTheDocument(string sentence) => Assert.Equal((null, null), Read(sentence));

    [Fact]
    public void Term_FarFromTheEnd_IsFound()
    {
        var profile = Policies.Read("某市绿色工厂管理办法\n本办法自2021年3月1日起施行，有效期五年。\n一、总则\n" + string.Concat(Enumerable.Repeat("各区应当加强绿色工厂的培育和管理工作。\n", 100))).Profile;
        Assert.Equal(("2021-03-01", "2026-02-28"), (profile.EffectiveFrom, profile.ValidUntil));
    }

    private static (string? From, string? Until) Read(string sentence)
    {
        var profile = Policies.Read($"某市绿色工厂管理办法\n第一条 本办法适用于绿色工厂的评价。\n第二条 {sentence}\n2022年6月24日\n").Profile;
        return (profile.EffectiveFrom, profile.ValidUntil);
    }
}
