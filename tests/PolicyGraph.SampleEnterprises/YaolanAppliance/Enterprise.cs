namespace PolicyGraph.SampleEnterprises.YaolanAppliance;

/// <summary>佛山垚岚电器有限公司, made up: company, code, town, people, offices, certificate bodies, laboratories and every figure.</summary>
/// <remarks>
/// A maker of room air conditioners, counted by the piece; evaluation year 2025, to be judged as of 2026-05-20. What is planted: a certificate of a
/// sister company, one whose scope leaves the product out, a statistics form in kilograms where tonnes are meant, a meter out of date, a quarter
/// without sampling, a training record filled in from somebody's form, a self-evaluation that promises too much.
/// Everything else fits together. The verdicts, worked out by hand, are in PolicyGraph.EndToEnd/expected.
/// </remarks>
public static class Enterprise
{
    internal const string Name = "佛山垚岚电器有限公司";
    internal const string EnglishName = "Foshan Yaolan Electric Appliance Co., Ltd.";
    internal const string CreditCode = "91440605MA8YL5QR7Y";
    internal const string Address = "广东省佛山市南海区岚岗镇兴电路18号";
    internal const string Folder = "yaolan-appliance/";

    /// <summary>Everything that lies below the output folder: the benchmark file, and the folder with <c>enterprise.yaml</c> and the evidence.</summary>
    public static IEnumerable<Paper> Papers() =>
    [
        .. OwnFiles(),
        .. ManagementPapers.Papers(),
        .. CompliancePapers.Papers(),
        .. EnergyPapers.Papers(),
        .. ResourcePapers.Papers(),
        .. EmissionPapers.Papers(),
        .. ProductPapers.Papers(),
        .. SitePapers.Papers(),
    ];

    private static IEnumerable<Paper> OwnFiles() =>
    [
        Paper.Text(Folder + "enterprise.yaml", $"""
            # 虚构的示例企业：名称、代码、镇街、人员、机构和全部数字均为编造，与任何真实主体无关
            name: {Name}
            creditCode: {CreditCode}
            industry: "3852"            # GB/T 4754—2017 家用空气调节器制造
            jurisdiction: 佛山市         # 广东省
            products:
              - 房间空气调节器
            founded: 2012-04-16
            annualEnergyTce: 7694
            outputValueWanYuan: 252000
            evaluationYear: 2025

            """),
        Paper.Text("yaolan-appliance.benchmarks.yaml", """
            # 虚构的评价方案：引领值、基准值、权重和合格线均为编造，仅供演示和测试
            standard: gbt36132-2025
            industry: "385"
            jurisdiction: 广东省
            year: 2025
            passLine: 70
            sector: true
            source: 家用电器行业绿色工厂评价方案（虚构，仅供演示和测试）
            indicators:
              energy.intensity: { unit: kgce/台, lead: 6, base: 8, weight: 8 }
              energy.carbon-intensity: { unit: kgCO2/万元, lead: 80, base: 100, weight: 8 }
              energy.renewable-share: { unit: "%", lead: 12, base: 4, weight: 8 }
              energy.platform-functions: { unit: 项, lead: 8, base: 0, weight: 6 }
              resource.material-intensity: { unit: kg/台, lead: 28, base: 36, weight: 8 }
              resource.water-intensity: { unit: m³/万元, lead: 0.6, base: 1.2, weight: 8 }
              resource.water-reuse: { unit: "%", lead: 92, base: 85, weight: 8 }
              resource.solid-waste: { unit: "%", lead: 98, base: 90, weight: 6 }
              clean.process-equipment: { weight: 6 }
              clean.upgrade-investment: { unit: "%", lead: 1, base: 0.2, weight: 4 }
              clean.pollutant-intensity.vocs: { unit: g/台, lead: 4, base: 8, weight: 3 }
              clean.pollutant-intensity.cod: { unit: g/台, lead: 2, base: 2.5, weight: 3 }
              product.green-design: { weight: 8 }
              product.carbon-footprint: { weight: 8 }
              land.output-rate: { unit: 万元/m², lead: 2, base: 1.2, weight: 8 }

            """),
    ];
}
