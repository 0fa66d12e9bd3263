using PolicyGraph.Extraction.Evidences;

namespace PolicyGraph.Extraction.Tests.Evidences;

public class PaperTests
{
    [Theory]
    [InlineData("105 kgce/t", "105", "105")]
    [InlineData("105[1] kgce/t", "105[1]", null)]
    [InlineData("1e400 kgce/t", "1e400", null)]
    [InlineData("-105 kgce/t", "-105", "-105")]
    [InlineData("约105 kgce/t", "约105", null)]
    [InlineData("100-110 kgce/t", "100-110", null)]
    [InlineData("１０５．５０ kgce/t", "１０５．５０", "105.50")]
    [InlineData("1,105.20 kgce/t", "1,105.20", "1105.20")]
    public void Number_AsWritten_KeepsItsPrecisionOrIsNone(string written, string words, string? number)
    {
        var field = Papers.ReadText($"# 2025年度能源利用状况报告\n\n用能单位：试验水泥有限公司\n报告期：2025年1月1日至2025年12月31日\n\n2025年单位产品综合能耗：{written}\n\n填报日期：2026年2月10日").One("energyIntensity");
        Assert.Equal((words, number, "kgce/t"), (field.Written, field.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture), field.Unit));
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)), (field.PeriodStart!.Value, field.PeriodEnd!.Value));
    }

    [Fact]
    public void Sentences_OfAnAnnualReport_AreRead()
    {
        var reading = Papers.ReadText("2025年度环境与用水统计年报\n编制单位：某某乳业有限公司能环科　　编制日期：2026年1月18日\n2025年共产生一般工业固体废物（乳清渣、滤渣）3,000吨，其中作饲料综合利用2,400吨，委托填埋处置600吨，年初、年末均无贮存。危险废物（废机油）0.6吨，已委托有资质单位处置，不计入上述数量。\n用水方面，全厂生产用水全部取自园区自来水管网，2025年全年取水量10.8万立方米，未对外供水。");
        Assert.Equal(("3,000", 3000m, "吨"), (reading.One("wasteGenerated").Written, reading.One("wasteGenerated").Number, reading.One("wasteGenerated").Unit));
        Assert.Equal(2400m, reading.One("wasteUtilised").Number);
        Assert.Equal(0.6m, reading.One("hazardousGenerated").Number);
        Assert.Equal((10.8m, "万立方米", 2025), (reading.One("waterIntake").Number, reading.One("waterIntake").Unit, reading.One("waterIntake").PeriodEnd!.Value.Year));
        Assert.Equal("某某乳业有限公司", reading.One("holder").Written);
    }

    [Fact]
    public void Sentence_WithSeveralEnergies_IsReadOneByOne()
    {
        var reading = Papers.ReadText("山河铸造有限公司2025年生产及能源情况说明\n2025年，公司生产铸件12,345.6吨，实现工业总产值8,900万元。全年消耗电力620万千瓦时、天然气35.2万立方米、柴油18吨，综合能耗1,258.4吨标准煤，单位产品综合能耗为101.9 kgce/t，比上年下降3.2%。");
        Assert.Equal((12345.6m, "铸件"), (reading.One("output").Number, reading.One("output").Qualifier));
        Assert.Equal((8900m, "万元"), (reading.One("outputValue").Number, reading.One("outputValue").Unit));
        Assert.Equal((35.2m, "万立方米"), (reading.One("energyConsumption", "natural-gas").Number, reading.One("energyConsumption", "natural-gas").Unit));
        Assert.Equal((1258.4m, "吨标准煤"), (reading.One("energyTotal").Number, reading.One("energyTotal").Unit));
        Assert.DoesNotContain(reading.Fields, f => f.Number == 3.2m);
    }

    [Fact]
    public void GreenhouseGasReport_InSentences_IsRead()
    {
        var reading = Papers.ReadText("温室气体排放报告\n报告主体：青石陶瓷有限公司\n报告年度：2025年\n根据《温室气体排放核算与报告要求》（GB/T 32151.9-2023），本公司核算了2025年度温室气体排放。\n2025年度企业温室气体排放总量为28,430.5吨二氧化碳当量，其中化石燃料燃烧排放17,020.3 tCO2e。\n2025年净购入电量为2288.0万千瓦时。\n编制单位：青石陶瓷有限公司\n2026年3月1日");
        Assert.Equal("greenhouse-gas-report", reading.Type);
        Assert.Equal((28430.5m, "吨二氧化碳当量", 2025), (reading.One("carbonTotal").Number, reading.One("carbonTotal").Unit, reading.One("carbonTotal").PeriodEnd!.Value.Year));
        Assert.Equal((2288.0m, "万千瓦时"), (reading.One("electricityActivity").Number, reading.One("electricityActivity").Unit));
        Assert.Equal("GB/T 32151.9-2023", reading.One("standard").Written);
    }

    [Fact]
    public void Footprint_InAConclusion_NamesItsProduct()
    {
        var reading = Papers.ReadText("产品碳足迹报告\n委托单位：青石陶瓷有限公司\n产品名称：陶瓷砖\n依据标准：ISO 14067:2018\n核算周期：2025年1月1日至2025年12月31日\n结论：1平方米陶瓷砖的碳足迹为 12.35 kgCO2e/m²。\n核查机构：绿衡检测有限公司\n报告日期：2026-02-02");
        Assert.Equal("carbon-footprint-report", reading.Type);
        Assert.Equal((12.35m, "kgCO2e/m²", "陶瓷砖"), (reading.One("productFootprint").Number, reading.One("productFootprint").Unit, reading.One("productFootprint").Qualifier));
        Assert.Equal("绿衡检测有限公司", reading.One("issuer").Written);
    }

    [Fact]
    public void LandTitle_WithTwoAreasInOneValue_GivesBoth()
    {
        var reading = Papers.ReadText("中华人民共和国不动产权证书\n云(2021)佛山不动产权第0012345号\n权利人\t佛山市明阳纸业有限公司\n坐落\t佛山市三水区工业大道8号\n面积\t宗地面积66,666.67㎡/房屋建筑面积38,000.50㎡\n使用期限\t国有建设用地使用权2006年5月1日起2056年4月30日止");
        Assert.Equal("land-title", reading.Type);
        Assert.Equal((66666.67m, "㎡"), (reading.One("landArea").Number, reading.One("landArea").Unit));
        Assert.Equal(38000.50m, reading.One("floorArea").Number);
    }

    [Fact]
    public void Rules_OfACompany_GiveDutiesPlanAndTargets()
    {
        var reading = Papers.ReadText("某某乳业有限公司绿色工厂管理办法\n第一条　为推进绿色工厂建设，明确职责和目标，制定本办法。\n第二条　总经理张三对绿色工厂工作负总责；能环科为归口部门，负责能源、用水统计和报送。\n第三条　公司执行《绿色低碳发展规划（2025—2030年）》：到2027年单位产品综合能耗降至190 kgce/t，到2030年降至175 kgce/t。\n第四条　年度目标：2026年单位产品综合能耗不高于202 kgce/t，一般工业固体废物综合利用率不低于86%。\n第六条　本办法由能环科负责解释。");
        Assert.Equal("management-duties", reading.Type);
        Assert.Equal(2, reading.Fields.Count(f => f.Name == "responsibility"));
        Assert.Equal((2025, 2030), (reading.One("plan").PeriodStart!.Value.Year, reading.One("plan").PeriodEnd!.Value.Year));
        Assert.Equal(
            [("单位产品综合能耗", 190m, 2027), ("单位产品综合能耗", 175m, 2030), ("单位产品综合能耗", 202m, 2026), ("一般工业固体废物综合利用率", 86m, 2026)],
            reading.Fields.Where(f => f.Name == "target").Select(f => (f.Qualifier!, f.Number!.Value, f.PeriodEnd!.Value.Year)));
        Assert.DoesNotContain(reading.Fields, f => f.Name == "energyIntensity");
    }

    [Fact]
    public void Intensity_OfANamedProduct_IsAnIntensity()
    {
        var field = Papers.ReadText("能源利用状况报告\n用能单位：试验水泥有限公司\n2025年单位水泥综合能耗：82.5kgce/t").One("energyIntensity");
        Assert.Equal((82.5m, "kgce/t", "水泥"), (field.Number, field.Unit, field.Qualifier));
    }

    [Fact]
    public void Notice_OfTheCompanyItself_GivesItsPlan()
    {
        var reading = Papers.ReadText("关于明确绿色工厂管理职责并下达年度目标的通知\n各部门、车间：\n任命副总经理李四为绿色工厂管理者代表。\n二、中长期规划\n公司执行《绿色低碳发展规划（2024—2030年）》：到2027年单位水泥综合能耗不高于82kgce/t。\n试验水泥有限公司\n2024年12月20日");
        Assert.Equal("management-duties", reading.Type);
        Assert.Equal((2024, 2030), (reading.One("plan").PeriodStart!.Value.Year, reading.One("plan").PeriodEnd!.Value.Year));
        Assert.Equal((82m, 2027), (reading.One("target").Number, reading.One("target").PeriodEnd!.Value.Year));
    }

    [Fact]
    public void Appointment_IssuedAsANotice_IsEvidence()
    {
        var reading = Papers.ReadText("山河铸造有限公司文件\n山铸发〔2025〕3号\n关于成立绿色工厂创建领导小组的通知\n各部门：\n经研究决定成立绿色工厂创建领导小组，组长由总经理王五担任，能源管理部负责日常工作。\n2025年1月8日");
        Assert.Equal("management-duties", reading.Type);
        Assert.Contains("王五", reading.One("responsibility").Written, StringComparison.Ordinal);
    }

    [Fact]
    public void AuditAndReview_InOneSentence_KeepTheirDates()
    {
        var reading = Papers.ReadText("管理评审报告\n编号：GL-2025-01\n依据GB/T 23331-2020标准，公司于2025年6月10日至12日开展了能源管理体系内部审核，2025年7月3日由总经理主持召开管理评审会议，评审结论为体系运行有效。\n青石陶瓷有限公司\n2025年7月5日");
        Assert.Equal("management-system-document", reading.Type);
        Assert.Equal(("2025-06-10", "2025-07-03", "GB/T 23331-2020"), (reading.One("internalAudit").Date, reading.One("managementReview").Date, reading.One("standard").Written));
    }

    [Fact]
    public void Platform_WithFunctionsUnderConstruction_SaysNoForThem()
    {
        var reading = Papers.ReadText("青石陶瓷能碳管理平台建设情况说明\n平台于2024年12月通过验收，目前已实现能耗查询、能源消费量和强度计算、能效对标、碳排放核算四项功能；\n能流分析、碳足迹核算正在开发中，计划2026年底上线；供应链碳管理、碳资产管理未建设。\n功能符合数量：4项");
        Assert.Equal("platform-description", reading.Type);
        Assert.Equal(["能耗查询", "能源消费量和强度计算", "能效对标", "碳排放核算"], reading.Fields.Where(f => f.Statement == "yes").Select(f => f.Qualifier));
        Assert.Equal(["能流分析", "碳足迹核算", "供应链碳管理", "碳资产管理"], reading.Fields.Where(f => f.Statement == "no").Select(f => f.Qualifier));
        Assert.Equal(4m, reading.One("platformFunctionCount").Number);
    }

    [Fact]
    public void PlatformTable_WithMarks_IsRead()
    {
        var reading = Papers.Extractor.Read(Papers.Mixed("数字化能碳管理中心功能清单", "序号,功能,是否实现\n1,能耗查询,是\n2,能效平衡与优化,否\n3,用能与碳排放预算管理,二期建设\n4,碳核查支撑,√"), null);
        Assert.Equal([("能耗查询", "yes"), ("能效平衡与优化", "no"), ("用能与碳排放预算管理", "no"), ("碳核查支撑", "yes")], reading.Fields.Where(f => f.Name == "platformFunction").Select(f => (f.Qualifier!, f.Statement!)));
    }

    [Theory]
    [InlineData("青石陶瓷有限公司2025年能源消费统计（征求意见稿）\n综合能源消费量：13000 tce")]
    [InlineData("青石陶瓷 企业宣传册\n我们年产瓷砖500万平方米，单位产品综合能耗仅为3.2 kgce/m²，已通过ISO 9001认证。")]
    [InlineData("关于开展2026年度绿色工厂申报工作的通知\n各县（区）工业和信息化局：\n请组织企业申报。")]
    [InlineData("青石陶瓷荣获年度奖项\n本报讯 近日，青石陶瓷有限公司2025年综合能耗下降5%，通讯员报道。")]
    [InlineData("午餐安排\n周一：面条")]
    public void PaperThatIsNoEvidence_IsUnrecognisedAndStatesNothing(string text)
    {
        var reading = Papers.ReadText(text);
        Assert.Equal("unrecognised", reading.Type);
        Assert.Empty(reading.Fields);
    }

    [Fact]
    public void SelfEvaluation_IsKnownAsSuch() =>
        Assert.Equal("self-evaluation", Papers.ReadText("绿色工厂自评价报告\n企业名称：山河铸造有限公司\n单位产品综合能耗：99.0 kgce/t").Type);

    [Fact]
    public void LongPaper_KeepsEachStatementOnce()
    {
        var text = string.Join('\n', Enumerable.Range(0, 2000).Select(i => $"第{i}条 2025年取水量为{i}.5万立方米，（（（未发生安全、质量、环境污染等事故，" + new string('，', 20)));
        var reading = Papers.ReadText("用水情况说明\n" + text);
        Assert.Equal("water-statistics", reading.Type);
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => i + 0.5m), reading.Fields.Where(f => f.Name == "waterIntake").Select(f => f.Number!.Value));
    }

    [Fact]
    public void ParagraphWithoutEnd_IsReadToItsEnd()
    {
        var reading = Papers.ReadText("2025年用水情况说明\n" + string.Concat(Enumerable.Range(1, 1500).Select(i => $"2025年第{i}车间取水量为{i}.5万立方米。")));
        Assert.Equal(1500.5m, reading.Fields[^1].Number);
    }

    [Fact]
    public void LongTable_KeepsEachFigureOnceWithItsCell()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 20_000).Select(i => $"炉渣{i},{i}.5"));
        var fields = Papers.ReadRows("2025年度一般工业固体废物台账\n废物名称,产生量（吨）\n" + rows, "2025年").Fields.Where(f => f.Name == "wasteGenerated").ToList();
        Assert.Equal(20_000, fields.Count);
        Assert.Equal((20_000.5m, "炉渣20000", "B20002"), (fields[^1].Number!.Value, fields[^1].Qualifier, fields[^1].Cell));
    }

    [Fact]
    public void CompanyInTheTitleOfASheet_HasItsCell()
    {
        var holder = Papers.ReadRows("广东某某水泥有限公司2025年度用水统计\n项目,单位,数值\n取水量,万m³,12.5", "用水").One("holder");
        Assert.Equal(("广东某某水泥有限公司", "用水", "A1"), (holder.Written, holder.Sheet, holder.Cell));
    }

    [Fact]
    public void LettersWithoutACompany_AreReadToTheEnd()
    {
        var text = "关于印发绿色工厂管理职责的通知\n" + string.Concat(Enumerable.Repeat("生产能源消费原料产品设备企业绿色制造体系建设", 8000));
        Assert.Equal("unrecognised", Papers.ReadText(text).Type);
    }
}
