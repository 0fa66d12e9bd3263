using static PolicyGraph.SampleEnterprises.YuedongCement.Enterprise;

namespace PolicyGraph.SampleEnterprises.YuedongCement;

/// <summary>Equipment, upgrade projects, and two papers that give the same parcel two areas.</summary>
/// <remarks>
/// Three years' projects: 620 + 385 + 1 120 = 2 125 万元; one was finished too early and one is not finished. No paper speaks of a green design.
/// </remarks>
internal static class ProductAndLandPapers
{
    internal static IEnumerable<Paper> Papers() => [Equipment(), Upgrades(), LandTitle(), SitePlan()];

    private static Paper Equipment() => new WorkbookPaper()
        .Sheet(
            "主要工艺设备",
            ["A1:G1"],
            [$"{Name}主要生产工艺和设备清单"],
            ["序号", "工艺/设备名称", "型号规格", "数量", "投用日期", "能效等级", "对应国家目录"],
            [1, "新型干法水泥窑（4000t/d）", "Φ4.8×72m", 1, "2018-03-20", "—", "《产业结构调整指导目录（2024年本）》允许类"],
            [2, "第四代篦冷机", "SCLW6-4000", 1, "2023-09-25", "—", "《国家工业和信息化领域节能降碳技术装备推荐目录（2024年版）》"],
            [3, "水泥立磨外循环生料粉磨系统", "TRM53", 1, "2018-03-20", "—", "《国家工业和信息化领域节能降碳技术装备推荐目录（2024年版）》"],
            [4, "永磁同步电机", "TYBP-560", 6, "2024-06-30", "1级", "《国家工业和信息化领域节能降碳技术装备推荐目录（2024年版）》"],
            ["结论：经对照国家鼓励发展的技术装备目录和《产业结构调整指导目录（2024年本）》，第2、3、4项属国家推荐的先进技术装备，无淘汰类、限制类工艺和设备。"],
            ["设备部　2026年2月5日"])
        .At(Folder + "主要生产工艺和设备清单.xlsx");

    private static Paper Upgrades() => new WorkbookPaper()
        .Sheet(
            "改造项目",
            ["A1:G1"],
            [$"{Name}绿色低碳改造升级项目清单"],
            ["序号", "项目名称", "类别", "开工日期", "竣工日期", "投资额（万元）", "状态"],
            [1, "窑尾预热器降阻改造", "节能", "2022-03-01", "2022-11-18", 300, "已竣工验收"],
            [2, "第四代篦冷机改造", "节能", "2023-02-10", "2023-09-25", 620, "已竣工验收"],
            [3, "高效永磁电机替换", "节能", "2024-02-20", "2024-06-30", 385, "已竣工验收"],
            [4, "窑尾SCR超低排放改造", "减污", "2024-11-05", "2025-08-15", 1120, "已竣工验收"],
            [5, "替代燃料预处理线", "降碳", "2026-01-12", "2026-10-31（计划）", 950, "在建"],
            ["2023—2025年竣工项目投资合计", null, null, null, null, 2125, null])
        .At(Folder + "绿色低碳改造升级项目清单.xlsx");

    private static Paper LandTitle() => Paper.Text(Folder + "不动产权证书.txt", $"""
        中华人民共和国不动产权证书

        粤（2018）岭垌县不动产权第0003188号

        权利人：{Name}
        共有情况：单独所有
        坐落：{Address}
        不动产单元号：445399 001003 GB00018 W00000000
        权利类型：国有建设用地使用权
        权利性质：出让
        用途：工业用地
        面积：宗地面积 224,000.00㎡
        使用期限：2017年1月20日起 2067年1月19日止

        岭垌县自然资源局（登记专用章）
        2018年5月16日

        """);

    private static Paper SitePlan() => new WordPaper()
        .Title("厂区总平面布置说明")
        .Text(
            $"{Name}位于{Address}，不动产权证书号为粤（2018）岭垌县不动产权第0003188号，宗地面积231,600平方米。",
            "厂区建筑物、构筑物及堆场占地125,064平方米，建筑系数54%；总建筑面积（含层高超过8米加倍计算）187,596平方米，容积率0.81。",
            "2025年工业总产值56,000万元。",
            "工程部　2026年3月2日")
        .At(Folder + "厂区总平面布置说明.docx");
}
