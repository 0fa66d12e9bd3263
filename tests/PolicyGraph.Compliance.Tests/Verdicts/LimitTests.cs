using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Tests.Verdicts;

/// <summary>Several rules that set a value for one thing: which one binds, and over which. The enterprise needs 3,000 m³ of water for 10,000 万元.</summary>
public class LimitTests
{
    [Fact]
    public void OneRule_DecidesWithoutBindingOverAny()
    {
        var finding = Find([Water("国标", 0.4m)]);

        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.Equal(0.3m, finding.Value);
        Assert.Null(finding.Binds);
        Assert.Empty(finding.Over);
        Assert.Contains("达到国标的 0.4 m³/万元", finding.Arithmetic, StringComparison.Ordinal);
    }

    [Fact]
    public void StricterRule_BindsWhoeverSetIt_AndALocalOneLoosensNothing()
    {
        var local = Find([Water("国标", 0.4m), Water("省标", 0.25m) with { Level = LimitLevel.Province, Scope = new LimitScope { Places = ["河北省"] } }]);
        var looser = Find([Water("国标", 0.25m), Water("省标", 0.4m) with { Level = LimitLevel.Province, Scope = new LimitScope { Places = ["河北省"] } }]);

        Assert.Equal(Verdict.NotMet, local.Verdict);
        Assert.Equal("省标", local.Binds?.Document);
        Assert.Equal("国标", Assert.Single(local.Over).Document);
        Assert.Equal(Verdict.NotMet, looser.Verdict);
        Assert.Equal("国标", looser.Binds?.Document);
    }

    [Fact]
    public void RulesInOtherUnits_AreComparedAfterConversion_AndKeepTheirOwnUnit()
    {
        var finding = Find([Water("国标", 0.4m), Water("市规", 290m) with { Unit = "L/万元", Level = LimitLevel.City }]);

        Assert.Equal(Verdict.NotMet, finding.Verdict); // 300 L/万元
        Assert.Equal(290m, finding.Binds?.Value);
        Assert.Equal("L/万元", finding.Binds?.Unit);
        Assert.Contains("折合 400 L/万元", Assert.Single(finding.Over).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void BenchmarkFile_IsOneOfTheRules_AndItsPointsStayWhereItIsReached()
    {
        const string Mark = "resource.water-intensity: { unit: m³/万元, lead: 0.2, base: 0.5, weight: 9 }";

        var met = Find([Water("国标", 0.4m)], Mark);
        var not = Find([Water("国标", 0.28m)], Mark);

        Assert.Equal(6, met.Points); // (0.5 − 0.3) ÷ 0.3 × 9
        Assert.Equal("国标", met.Binds?.Document);
        Assert.Equal(Verdict.NotMet, not.Verdict);
        Assert.Equal(0, not.Points);
        Assert.Equal(0.5m, Assert.Single(not.Over).Value);
    }

    [Fact]
    public void LaterEdition_TakesThePlaceOfTheEarlier_ThoughItIsLooser()
    {
        var finding = Find([Water("2012 年版", 0.2m) with { ValidUntil = new DateOnly(2022, 12, 31) }, Water("2022 年版", 0.35m) with { ValidFrom = new DateOnly(2023, 1, 1), Replaces = "2012 年版" }]);

        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.Equal("2022 年版", finding.Binds?.Document);
        Assert.Contains("代替", Assert.Single(finding.Over).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void RepealedRule_AndOneNotYetInForce_SetNothing()
    {
        var finding = Find([Water("国标", 0.4m), Water("废止的", 0.1m) with { ValidUntil = new DateOnly(2026, 3, 26) }, Water("未施行的", 0.1m) with { ValidFrom = new DateOnly(2026, 3, 28) }]);

        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.Null(finding.Binds);
    }

    [Fact]
    public void GeneralRule_GivesWayToTheIndustrysOwn_ByItsWords()
    {
        var finding = Find([Water("通用值", 0.2m) with { Yields = true }, Water("陶瓷专项值", 0.35m) with { Scope = new LimitScope { Industries = ["307"] } }]);

        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.Equal("陶瓷专项值", finding.Binds?.Document);
        Assert.Contains("让位", Assert.Single(finding.Over).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("industries")]
    [InlineData("places")]
    [InlineData("area")]
    [InlineData("holder")]
    [InlineData("process")]
    [InlineData("advice")]
    public void RuleForOthers_SetsNothing(string what)
    {
        var limit = Water("别人的", 0.1m);
        limit = what switch
        {
            "industries" => limit with { Scope = new LimitScope { Industries = ["22"] } },
            "places" => limit with { Scope = new LimitScope { Places = ["四川省"] } },
            "area" => limit with { Scope = new LimitScope { Area = "高新区" } },
            "holder" => limit with { Scope = new LimitScope { Holder = Folder.Name + "唐海基地" }, Level = LimitLevel.Permit },
            "process" => limit with { Scope = new LimitScope { Process = "卫生陶瓷" } },
            _ => limit with { IsAdvice = true },
        };

        Assert.Equal(Verdict.Met, Find([Water("国标", 0.4m), limit]).Verdict);
    }

    [Theory]
    [InlineData("2016-09", Verdict.Met)]
    [InlineData("2022-01-01", Verdict.NotMet)]
    [InlineData("2021", Verdict.Met)]
    [InlineData("2022", Verdict.NotMet)]
    [InlineData(null, Verdict.InsufficientEvidence)]
    public void AgeOfTheWorks_ChoosesTheGrade_AndWhereNobodyStatesItThePartIsOpen(string? built, Verdict verdict)
    {
        var day = new DateOnly(2022, 1, 1);
        var finding = Find([Water("限定值", 0.35m) with { Scope = new LimitScope { BuiltBefore = day } }, Water("准入值", 0.25m) with { Scope = new LimitScope { BuiltFrom = day } }], built: built);

        Assert.Equal(verdict, finding.Verdict);
        Assert.Null(finding.Binds);
        Assert.Equal(built is null, finding.Missing.Any(m => m.Name == "commissionedOn"));
        Assert.Equal(built is not null, finding.Evidence.Any(e => e.Fact.Field == "commissionedOn"));
    }

    [Fact]
    public void AgeOfTheWorks_IsNotAskedForWhereBothGradesAgree()
    {
        var day = new DateOnly(2022, 1, 1);

        Assert.Equal(Verdict.Met, Find([Water("限定值", 0.5m) with { Scope = new LimitScope { BuiltBefore = day } }, Water("准入值", 0.4m) with { Scope = new LimitScope { BuiltFrom = day } }]).Verdict);
        Assert.Equal(Verdict.NotMet, Find([Water("限定值", 0.2m) with { Scope = new LimitScope { BuiltBefore = day } }, Water("准入值", 0.1m) with { Scope = new LimitScope { BuiltFrom = day } }]).Verdict);
    }

    [Fact]
    public void QuantitiesThatDoNotCompare_AreJudgedEachByItself()
    {
        var finding = Find([Water("按产值", 0.4m), Water("按产品", 2m) with { Unit = "m³/t" }]);

        Assert.Equal(Verdict.NotMet, finding.Verdict); // 3,000 m³ ÷ 1,000 t
        Assert.Equal(3, finding.Value);
        Assert.Equal("m³/t", finding.Unit);
        Assert.Null(finding.Binds);
        Assert.Empty(finding.Over);
    }

    [Fact]
    public void Concentration_IsJudgedForItsPollutant_ByTheHighestValue()
    {
        var limit = new Limit { Id = "地标", Source = new CriterionSource("地标", null, "verified"), Level = LimitLevel.Province, Indicator = "pollutant-intensity", Qualifier = "cod", Quantity = LimitQuantity.Concentration, Value = 50, Unit = "mg/L" };
        var folder = Papers(null);
        folder.Limits = [limit];
        folder.Add("检测.pdf", "monitoring-report").Number("pollutantConcentration", "0.046", "g/L", qualifier: "COD").Number("pollutantConcentration", "31", "mg/m³", qualifier: "氮氧化物");

        var finding = folder.Find("clean.pollutant-intensity.cod");
        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.Equal(46, finding.Value);

        folder.Add("一季度.pdf", "monitoring-report").Number("pollutantConcentration", "52", "mg/L", year: null, from: "2026-01-01", to: "2026-03-20", qualifier: "化学需氧量");
        Assert.Equal(Verdict.NotMet, folder.Find("clean.pollutant-intensity.cod").Verdict);
    }

    [Fact]
    public void RecalledLimit_AloneMakesNobodyFail()
    {
        var folder = Papers(null);
        folder.Add("用地.docx", "land-title").Number("landArea", "20000", "m²", year: null).Number("floorArea", "10000", "m²", year: null);
        folder.Limits = [new Limit { Id = "r", Source = new CriterionSource("记得的控制指标", null, "recalled"), Level = LimitLevel.National, Indicator = "floor-area-ratio", Value = 0.7m, Unit = "1" }];

        var finding = Assert.Single(folder.Assess(standards: "gbt36132-2018").Findings, f => f.Criterion == "performance.land-use.floor-area-ratio");
        Assert.Equal(Verdict.NotMet, finding.Verdict);
        Assert.Equal(Qualification.Unknown, folder.Assess(standards: "gbt36132-2018").Qualifies);
    }

    [Theory]
    [InlineData("2028-06-30", "排污许可证 P-001", 71)] // the permit is stricter than the standard
    [InlineData("2026-01-31", null, 71)] // and binds no longer when it has ended
    public void OwnPermit_IsOneOfTheRules_WhileItIsInForce(string until, string? binds, int measured)
    {
        var folder = new Folder();
        folder.Limits = [new Limit { Id = "国标", Source = new CriterionSource("国标", null, "verified"), Level = LimitLevel.National, Indicator = "pollutant-intensity", Qualifier = "cod", Quantity = LimitQuantity.Concentration, Value = 80, Unit = "mg/L" }];
        folder.Add("许可证.pdf", "discharge-permit").Text("holder", Folder.Name).Text("number", "P-001").Date("validFrom", "2023-07-01").Date("validUntil", until).Number("pollutantLimit", "60", "mg/L", year: null, qualifier: "COD");
        folder.Add("监测.pdf", "monitoring-report").Number("pollutantConcentration", $"{measured}", "mg/L", qualifier: "COD");

        var finding = folder.Find("clean.pollutant-intensity.cod");

        Assert.Equal(binds is null ? Verdict.Met : Verdict.NotMet, finding.Verdict);
        Assert.Equal(binds, finding.Binds?.Document);
        Assert.Equal(binds is not null, finding.Evidence.Any(e => e.Fact.Field == "pollutantLimit"));
    }

    private static Limit Water(string name, decimal value) => new() { Id = name, Source = new CriterionSource(name, null, "verified"), Level = LimitLevel.National, Indicator = "water-intensity", Value = value, Unit = "m³/万元" };

    private static Finding Find(IReadOnlyList<Limit> limits, string? mark = null, string? built = null)
    {
        var folder = Papers(built);
        folder.Limits = limits;
        return folder.Find("resource.water-intensity", mark is null ? null : Folder.Benchmarks(mark));
    }

    private static Folder Papers(string? built)
    {
        var folder = new Folder();
        folder.Enterprise = folder.Enterprise with { Processes = ["建筑陶瓷"] };
        folder.Add("用水.csv", "water-statistics").Number("waterIntake", "3000", "m³");
        var output = folder.Add("产销.csv", "output-statistics").Number("outputValue", "10000", "万元").Number("output", "1000", "t");
        if (built is not null)
        {
            output.Date("commissionedOn", built);
        }

        return folder;
    }
}
