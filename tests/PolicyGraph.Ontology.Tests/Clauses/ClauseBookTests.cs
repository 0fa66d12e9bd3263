using PolicyGraph.Graph;
using PolicyGraph.Ontology.Clauses;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Tests.Clauses;

public class ClauseBookTests
{
    private const string Small = """
        publication: { id: x-1, title: 某标准, number: GB/T 1-2020, validFrom: 2020-06-01, about: [green-factory] }
        clauses:
          - id: dates
            clause: 前言
            kind: edition
            topics: [实施日期]
            zh: 某标准2020年6月1日实施。
            en: The standard is in force since 1 June 2020.
            certainty: verified
        """;

    public static TheoryData<string> Books => [.. OntologyText.Ontology.Clauses.Select(b => b.Publication.Id)];

    [Theory]
    [MemberData(nameof(Books))]
    public void Book_EveryClause_SaysOneThingInTwoLanguagesUnderWordsThatPeopleUse(string id)
    {
        foreach (var clause in Book(id).Clauses)
        {
            Assert.True(clause.Topics.Count >= 1 && clause.Topics.Distinct().Count() == clause.Topics.Count, $"{id}/{clause.Id}: topics");
            Assert.True(clause.Statement.EndsWith('。') && clause.StatementEn.EndsWith('.'), $"{id}/{clause.Id}: a statement is whole sentences");
            Assert.True(clause.StatementEn.Any(char.IsAsciiLetter), $"{id}/{clause.Id}: no English");
        }
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void Book_NumbersOfAStatement_StandInBothLanguages(string id)
    {
        foreach (var clause in Book(id).Clauses)
        {
            var (zh, en) = (WrittenNumbers.Of(clause.Statement), WrittenNumbers.Of(clause.StatementEn));
            var inEnglish = en.Concat(WrittenNumbers.MonthsOf(clause.StatementEn)).Select(WrittenNumbers.Significant).ToHashSet();
            var inChinese = zh.Concat(WrittenNumbers.WordsOf(clause.Statement)).Select(WrittenNumbers.Significant).ToHashSet();
            Assert.All(zh, n => Assert.True(inEnglish.Contains(WrittenNumbers.Significant(n)), $"{id}/{clause.Id}: {n} is missing in English"));
            Assert.All(WrittenNumbers.CardinalsOf(clause.StatementEn), n => Assert.True(inChinese.Contains(WrittenNumbers.Significant(n)), $"{id}/{clause.Id}: {n} is missing in Chinese"));
        }
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void Book_ValueOfAClause_StandsInItsStatement(string id)
    {
        foreach (var clause in Book(id).Clauses.Where(c => c.Value is not null))
        {
            Assert.Contains(WrittenNumbers.Of(clause.Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))[0], WrittenNumbers.Of(clause.Statement)); // the filter left those with a value
        }
    }

    [Fact]
    public void Books_IdsOfPublications_AreTheirFileNames() =>
        Assert.All(OntologyText.Ontology.Clauses, b => Assert.Equal($"clauses/{b.Publication.Id}.yaml", b.File));

    [Fact]
    public void Books_NoClause_NamesWhereTheProjectReadIt() =>
        Assert.All(OntologyText.Ontology.Clauses.SelectMany(b => b.Clauses), c => Assert.DoesNotMatch(@"STD25|PLAT-|ZCT|CCPID|http|\[V|\[R", c.Statement + c.StatementEn + c.Source));

    [Theory]
    [InlineData("gbt36132-2025", "c1.weights", "30", "16", "8", "100")]
    [InlineData("gbt36132-2025", "setting.lead", "5")]
    [InlineData("measures2024-13", "deadline.dynamic", "4", "15")]
    [InlineData("measures2024-13", "deadline.recommend", "7", "31")]
    [InlineData("measures2024-13", "veto.not-operating", "12")]
    [InlineData("guangdong2024-4", "deadline.cities", "6", "30")]
    public void Clause_FactThatPeopleAskFor_HasItsNumbers(string book, string id, params string[] numbers)
    {
        var clause = Assert.Single(Book(book).Clauses, c => c.Id == id);

        Assert.Equal("verified", clause.Certainty);
        Assert.All(numbers, n => Assert.Contains(n, WrittenNumbers.Of(clause.Statement)));
    }

    [Fact]
    public void Claims_ClausesOfAnEdition_HangOnItsNodeAndOnTheirSubjects()
    {
        var claims = OntologyText.Ontology.Claims();

        Assert.Empty(OntologyText.Ontology.Schema.Validate(claims));
        Assert.Contains(claims.Relationships, r => r is { Type: "HAS_CLAUSE", From: { Label: "Edition", Id: "measures2024-13" }, To.Id: "measures2024-13/deadline.dynamic" });
        Assert.Contains(claims.Relationships, r => r is { Type: "HAS_CLAUSE", From: { Label: "Publication", Id: "guangdong2024-4" } });
        Assert.Contains(claims.Relationships, r => r is { Type: "ABOUT", From.Id: "gbt36132-2025/annexB.b10", To: { Label: "Criterion", Id: "gbt36132-2025/resource.water-reuse" } });
        Assert.Contains(claims.Relationships, r => r is { Type: "ABOUT", From.Id: "gbt36132-2025/change.water", To: { Label: "Indicator", Id: "water-reuse-rate" } });
        var node = Assert.Single(claims.Nodes, n => n.Key == new Ontology.Claims.NodeKey("Clause", "measures2024-13/deadline.dynamic"));
        Assert.Equal((GraphValue)"第十六条", node.Properties["clause"]);
        Assert.Equal((GraphValue)"工信部节〔2024〕13号", node.Properties["source"]);
    }

    [Theory]
    [InlineData("kind: edition", "kind: news", 5, "news")]
    [InlineData("certainty: verified", "certainty: sure", 9, "sure")]
    [InlineData("topics: [实施日期]", "topic: [实施日期]", 6, "topic")]
    [InlineData("    clause: 前言", "    value: x", 4, "不是数")]
    [InlineData("    clause: 前言", "    unit: 年", 4, "value")]
    [InlineData("validFrom: 2020-06-01", "validFrom: 2020-06-01, validUntil: 2019-01-01", 1, "早于")]
    [InlineData("en: The standard is in force since 1 June 2020.", "en:", 8, "en")]
    public void Load_Fault_NamesFileAndLine(string old, string wrong, int line, string says)
    {
        var error = Assert.Throws<YamlException>(() => Load(Small.Replace(old, wrong, StringComparison.Ordinal)));

        Assert.Equal(("x.yaml", line), (error.Fault.File, error.Fault.Line));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SameIdTwice_IsRefused()
    {
        var twice = Small + "\n" + string.Join('\n', Small.Split('\n').Skip(2));

        Assert.Contains("“dates”重复", Assert.Throws<YamlException>(() => Load(twice)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WhatTheClauseDoesNotSay_ComesFromItsPublication()
    {
        var clause = Assert.Single(Load(Small).Clauses);

        Assert.Equal("GB/T 1-2020", clause.Source);
        Assert.Equal(["green-factory"], clause.About);
        Assert.Null(clause.Value);
    }

    [Theory]
    [InlineData("about: [green-factory]", "edition: true", 1, "x-1")]
    [InlineData("about: [green-factory]", "about: [blue-factory]", 3, "blue-factory")]
    public void Claims_WhatNobodyDeclares_IsRefusedWithFileAndLine(string old, string wrong, int line, string says)
    {
        var files = new Dictionary<string, string>(OntologyText.Files) { ["clauses/x-1.yaml"] = Small.Replace(old, wrong, StringComparison.Ordinal) };
        var error = Assert.Throws<YamlException>(() => new PolicyOntology(files).Claims());

        Assert.Equal(("clauses/x-1.yaml", line), (error.Fault.File, error.Fault.Line));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    private static ClauseBook Load(string yaml) => ClauseBook.Load(YamlReader.Read(yaml, "x.yaml"));

    private static ClauseBook Book(string id) => OntologyText.Ontology.Clauses.Single(b => b.Publication.Id == id);
}
