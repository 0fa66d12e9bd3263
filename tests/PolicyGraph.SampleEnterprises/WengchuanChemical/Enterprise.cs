namespace PolicyGraph.SampleEnterprises.WengchuanChemical;

/// <summary>江苏滃川化工有限公司, made up: company, code, county, people, offices, certificate bodies, laboratories and every figure.</summary>
/// <remarks>
/// Makes methanol from natural gas, with bought steam and power of its own; evaluation year 2025, to be judged as of 2026-06-10. What is planted:
/// certificates suspended, not yet valid and of an abolished standard; targets without a figure; a penalty inside the three years; two papers that
/// disagree on the output value; a rate of reuse that its own operands do not give; green power counted twice; materials of the wrong year;
/// hazardous waste handed over after the receiver's licence ran out; test results without the laboratory's mark; a self-evaluation that promises too much.
/// Everything else fits together. The verdicts, worked out by hand, are in PolicyGraph.EndToEnd/expected.
/// </remarks>
public static class Enterprise
{
    internal const string Name = "江苏滃川化工有限公司";
    internal const string CreditCode = "91320925MA7WC3HK4F";
    internal const string Address = "江苏省盐城市渚垛县化学工业园纬二路6号";
    internal const string Folder = "wengchuan-chemical/";

    /// <summary>Everything that lies below the output folder: the benchmark file, and the folder with <c>enterprise.yaml</c> and the evidence.</summary>
    public static IEnumerable<Paper> Papers() =>
    [
        .. OwnFiles(),
        .. ManagementPapers.Papers(),
        .. CompliancePapers.Papers(),
        .. EnergyPapers.Papers(),
        .. CarbonPapers.Papers(),
        .. ResourcePapers.Papers(),
        .. EmissionPapers.Papers(),
        .. SitePapers.Papers(),
    ];

    private static IEnumerable<Paper> OwnFiles() =>
    [
        Paper.Text(Folder + "enterprise.yaml", $"""
            # 虚构的示例企业：名称、代码、县、人员、机构和全部数字均为编造，与任何真实主体无关
            name: {Name}
            creditCode: {CreditCode}
            industry: "2614"            # GB/T 4754—2017 有机化学原料制造
            jurisdiction: 盐城市         # 江苏省
            products:
              - 工业用甲醇
            founded: 2015-09-02
            annualEnergyTce: 99074
            outputValueWanYuan: 48000
            evaluationYear: 2025

            """),
        Paper.Text("wengchuan-chemical.benchmarks.yaml", """
            # 虚构的评价方案：引领值、基准值、权重和合格线均为编造，仅供演示和测试
            standard: gbt36132-2025
            industry: "26"
            jurisdiction: 江苏省
            year: 2025
            passLine: 75
            sector: true
            complete: true
            source: 基础化工行业绿色工厂评价方案（虚构，仅供演示和测试）
            indicators:
              energy.intensity: { unit: kgce/t, lead: 480, base: 520, weight: 12 }
              energy.carbon-intensity: { unit: tCO2/t, lead: 1.1, base: 1.4, weight: 12 }
              energy.renewable-share: { unit: "%", lead: 5, base: 1, weight: 6 }
              energy.platform-functions: { unit: 项, lead: 8, base: 0, weight: 4 }
              resource.material-intensity: { unit: m³/t, lead: 740, base: 800, weight: 8 }
              resource.water-intensity: { unit: m³/t, lead: 6, base: 9, weight: 8 }
              resource.water-reuse: { unit: "%", lead: 96, base: 93, weight: 6 }
              resource.solid-waste: { unit: "%", lead: 95, base: 85, weight: 6 }
              clean.process-equipment: { weight: 6 }
              clean.upgrade-investment: { unit: "%", lead: 2, base: 0.5, weight: 4 }
              clean.pollutant-intensity.vocs: { unit: kg/t, lead: 0.2, base: 0.3, weight: 4 }
              clean.pollutant-intensity.nox: { unit: kg/t, lead: 0.25, base: 0.5, weight: 4 }
              clean.pollutant-intensity.cod: { unit: kg/t, lead: 0.1, base: 0.2, weight: 4 }
              product.carbon-footprint: { weight: 8 }
              land.output-rate: { unit: 万元/m², lead: 0.4, base: 0.25, weight: 8 }

            """),
    ];
}
