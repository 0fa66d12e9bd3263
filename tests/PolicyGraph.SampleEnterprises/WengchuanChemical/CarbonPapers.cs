using static PolicyGraph.SampleEnterprises.WengchuanChemical.Enterprise;

namespace PolicyGraph.SampleEnterprises.WengchuanChemical;

/// <summary>Greenhouse gases with a deduction, the verifier's statement, and a plan for a footprint, which is none.</summary>
internal static class CarbonPapers
{
    internal static IEnumerable<Paper> Papers() => [GreenhouseGas(), Verification(), FootprintPlan()];

    private static Paper GreenhouseGas() => new WordPaper()
        .Title("企业温室气体排放报告")
        .Table(
            ["报告主体", Name],
            ["统一社会信用代码", CreditCode],
            ["报告年度", "2025"],
            ["核算依据", "GB/T 32150-2015、GB/T 32151.10-2023"],
            ["核算边界", "与能源消费统计一致"])
        .Heading("一、分源排放量")
        .Table(
            ["排放源", "二氧化碳排放量（t）"],
            ["化石燃料燃烧（天然气5000万m³）", "108110.00"],
            ["化石燃料燃烧（柴油40t）", "124.00"],
            ["工业生产过程", "38000.00"],
            ["二氧化碳回收利用（扣减）", "-12000.00"],
            ["净购入电力（98000MWh×0.5306tCO2/MWh）", "51998.80"],
            ["净购入热力（600000GJ×0.11tCO2/GJ）", "66000.00"],
            ["排放总量", "252232.80"])
        .Heading("二、说明")
        .Text("作为原料进入产品甲醇的碳不计排放。2025年单位产品二氧化碳排放量1.261tCO2/t。电力排放因子为2023年全国电力平均二氧化碳排放因子。", "编制日期：2026年3月16日")
        .At(Folder + "温室气体排放报告.docx");

    private static Paper Verification() => Paper.Text(Folder + "温室气体核查声明.txt", $"""
        温室气体排放核查声明

        受核查方：{Name}
        核查期间：2025年1月1日至2025年12月31日
        核查准则：GB/T 32150-2015、GB/T 32151.10-2023
        保证等级：合理保证
        核查结论：受核查方2025年度温室气体排放总量为252,232.80吨二氧化碳，与排放报告一致。
        核查机构：淮渚低碳认证有限公司
        2026年4月9日

        """);

    private static Paper FootprintPlan() => Paper.Text(Folder + "碳足迹工作计划.txt", $"""
        {Name}产品碳足迹工作计划

        公司计划于2026年四季度委托第三方，按GB/T 24067-2024对工业用甲醇开展产品碳足迹核算，2027年一季度完成报告。2025年尚未开展核算。
        责任部门：安环部　2026年4月20日

        """);
}
