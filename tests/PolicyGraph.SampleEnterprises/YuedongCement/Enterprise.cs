namespace PolicyGraph.SampleEnterprises.YuedongCement;

/// <summary>广东粤垌水泥有限公司, made up: company, code, county, people, offices, certificate bodies, laboratories and every figure.</summary>
/// <remarks>
/// Evaluation year 2025, to be judged as of 2026-06-30. What is planted: an expired certificate, a footprint of the wrong year, a table in the
/// wrong unit, two papers that disagree on the land area, a self-evaluation that promises too much, and criteria without any paper.
/// Everything else fits together. The verdicts, worked out by hand, are in PolicyGraph.EndToEnd/expected.
/// </remarks>
public static class Enterprise
{
    internal const string Name = "广东粤垌水泥有限公司";
    internal const string CreditCode = "91445300MA9XK0WN47";
    internal const string Address = "广东省云浮市岭垌县石灰坳工业园1号";
    internal const string Folder = "yuedong-cement/";

    /// <summary>Everything that lies below the output folder: the benchmark file, and the folder with <c>enterprise.yaml</c> and the evidence.</summary>
    public static IEnumerable<Paper> Papers() =>
    [
        .. OwnFiles(),
        .. Certificates.Papers(),
        .. CompliancePapers.Papers(),
        .. EnergyPapers.Papers(),
        .. CarbonPapers.Papers(),
        .. ResourcePapers.Papers(),
        .. EmissionPapers.Papers(),
        .. ProductAndLandPapers.Papers(),
    ];

    private static IEnumerable<Paper> OwnFiles() =>
    [
        Paper.Text(Folder + "enterprise.yaml", $"""
            # 虚构的示例企业：名称、代码、县、人员、机构和全部数字均为编造，与任何真实主体无关
            name: {Name}
            creditCode: {CreditCode}
            industry: "3011"            # GB/T 4754—2017 水泥制造
            jurisdiction: 云浮市         # 广东省
            products:
              - 水泥
            founded: 2016-11-08
            annualEnergyTce: 135034
            outputValueWanYuan: 56000
            evaluationYear: 2025

            """),
        Paper.Text("yuedong-cement.benchmarks.yaml", """
            # 虚构的评价方案：引领值、基准值、权重和合格线均为编造，仅供演示和测试
            standard: gbt36132-2025
            industry: "3011"
            jurisdiction: 广东省
            year: 2025
            passLine: 80
            sector: true
            source: 水泥行业绿色工厂评价方案（虚构，仅供演示和测试）
            indicators:
              energy.intensity: { unit: kgce/t, lead: 80, base: 94, weight: 8 }
              energy.carbon-intensity: { unit: kgCO2/t, lead: 600, base: 680, weight: 8 }
              energy.renewable-share: { unit: "%", lead: 5, base: 2, weight: 8 }
              energy.platform-functions: { unit: 项, lead: 8, base: 0, weight: 6 }
              resource.material-intensity: { unit: t/t, lead: 1.1, base: 1.3, weight: 8 }
              resource.water-intensity: { unit: m³/t, lead: 0.25, base: 0.45, weight: 8 }
              resource.water-reuse: { unit: "%", lead: 97, base: 90, weight: 8 }
              resource.solid-waste: { unit: "%", lead: 99, base: 90, weight: 6 }
              clean.process-equipment: { weight: 6 }
              clean.upgrade-investment: { unit: "%", lead: 2, base: 0.5, weight: 4 }
              clean.pollutant-intensity.nox: { unit: kg/t, lead: 0.2, base: 0.4, weight: 3 }
              clean.pollutant-intensity.so2: { unit: kg/t, lead: 0.03, base: 0.06, weight: 3 }
              product.green-design: { weight: 8 }
              product.carbon-footprint: { weight: 8 }
              land.output-rate: { unit: 万元/m², lead: 0.35, base: 0.2, weight: 8 }

            """),
    ];
}
