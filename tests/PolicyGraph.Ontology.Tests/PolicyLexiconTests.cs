using System.Text;
using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Tests;

public sealed class PolicyLexiconTests
{
    private static readonly string Folder = Path.Combine(Root(), "ontology", "lexicon");
    private static readonly PolicyLexicon Lexicon = PolicyLexicon.Load(Open);

    [Theory]
    [InlineData("钢铁", "31")]
    [InlineData("水泥", "3011")]
    [InlineData("电解铝", "3216")]
    [InlineData("农副食品加工", "13")]
    [InlineData("化学原料药", "2710")]
    public void Industry_AsTextsCallIt_HasItsCode(string name, string code) => Assert.Equal(code, Lexicon.Industries.Spoken.Single(s => s.Name == name).Codes[0]);

    [Fact]
    public void UmbrellaTerm_NamesSeveralDivisions()
    {
        var six = Lexicon.Industries.Spoken.Single(s => s.Name == "六大高耗能");
        Assert.True(six.Umbrella);
        Assert.Equal(["25", "26", "30", "31", "32", "44"], six.Codes);
    }

    [Fact]
    public void Classification_HoldsItsDivisionsAndClasses()
    {
        Assert.Equal("水泥制造", Lexicon.Industries.Names["3011"]);
        Assert.Equal("非金属矿物制品业", Lexicon.Industries.Names["30"]);
        Assert.Equal("301", Lexicon.Industries.ParentOf("3011"));
        Assert.Equal("C", Lexicon.Industries.ParentOf("30"));
        Assert.Equal("D", Lexicon.Industries.ParentOf("44"));
    }

    [Fact]
    public void Classification_AgreesWithTheReferenceList()
    {
        var reference = Path.Combine(Root(), "..", "shared", "reference", "gbt4754-2017-bcd.csv");
        if (!File.Exists(reference))
        {
            return; // the reference list is no part of the repository; without it the test above stands alone
        }

        foreach (var row in File.ReadLines(reference).Skip(1).Select(l => l.Split(',')))
        {
            Assert.Equal(row[1], Lexicon.Industries.Names[row[0]]);
        }
    }

    [Fact]
    public void Province_IsFoundByNameShortNameAndCode()
    {
        Assert.Equal("440000", Lexicon.Jurisdictions.Find("广东省")?.Code);
        Assert.Equal("广东省", Lexicon.Jurisdictions.Find("广东")?.Name);
        Assert.Equal("深圳市", Lexicon.Jurisdictions.Find("440300")?.Name);
        Assert.Equal("甘肃省", Lexicon.Jurisdictions.FindAtStart("甘肃省人民政府关于印发")?.Name);
        Assert.Null(Lexicon.Jurisdictions.Find("卯市"));
    }

    [Theory]
    [InlineData("工信厅节函〔2016〕586号", "工业和信息化部办公厅")]
    [InlineData("国发〔2015〕28号", "国务院")]
    [InlineData("国办发〔2021〕1号", "国务院办公厅")]
    public void DocumentNumber_TellsItsIssuer(string number, string issuer) => Assert.Equal(issuer, Lexicon.Authorities.FindByNumber(number)?.Name);

    [Fact]
    public void Indicator_IsFoundWithTheChangeBehindIt()
    {
        var found = Lexicon.Indicators.Find("规模以上企业单位工业增加值能耗下降");
        Assert.Equal("energy-per-value-added", found?.Id);
        Assert.False(found?.HigherIsBetter);
    }

    [Fact]
    public void WrongNumber_OfAnOfficialNotice_IsKnown()
    {
        var known = Lexicon.Documents.Find("生态设计产品评价通则");
        Assert.Equal("GB/T 32161-2015", known?.Number);
        Assert.Contains("GB/T 32611", known!.Wrong); // the line before fails when it is null
    }

    [Theory]
    [InlineData("industries.yaml", "names:\n  钢铁: \"31\"\n  水泥: \"3999999\"\n", "industries.yaml 第 3 行")]
    [InlineData("authorities.yaml", "authorities:\n  - { name: 甲部, level: local }\ndepartments: [厅]\nprovincePrefixes: { 京: 北京市 }\n", "authorities.yaml 第 2 行")]
    [InlineData("indicators.yaml", "indicators: []\nheads: [率]\nunknown: 1\n", "indicators.yaml 第 3 行")]
    [InlineData("industries-gbt4754.csv", "code,name\nC,制造业\n30\n", "industries-gbt4754.csv 第 3 行")]
    [InlineData("jurisdictions.csv", "code,name,level,alias\n44,广东省,provincial,\n", "jurisdictions.csv 第 2 行")]
    public void Fault_InALexiconFile_IsNamedWithFileAndLine(string file, string content, string expected)
    {
        var error = Assert.Throws<YamlException>(() => PolicyLexicon.Load(name => name == file ? new MemoryStream(Encoding.UTF8.GetBytes(content)) : Open(name)));
        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_IsNamed()
    {
        var error = Assert.Throws<YamlException>(() => PolicyLexicon.Load(name => name == "actors.yaml" ? null : Open(name)));
        Assert.Contains("actors.yaml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WordList_PrefersTheLongestWordAndMasks()
    {
        var words = new WordList(["要", "主要", "重要"]);
        Assert.Equal("主要", words.Beginning("主要任务"));
        Assert.Equal("＃＃任务＃加强", words.Mask("主要任务要加强", '＃'));
        Assert.Null(words.Beginning("任务"));
    }

    private static FileStream? Open(string name) => File.Exists(Path.Combine(Folder, name)) ? File.OpenRead(Path.Combine(Folder, name)) : null;

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no PolicyGraph.sln above the tests");
        }

        return folder;
    }
}
