using static PolicyGraph.SampleEnterprises.WengchuanChemical.Enterprise;

namespace PolicyGraph.SampleEnterprises.WengchuanChemical;

/// <summary>Equipment, projects told in sentences, a land title in hectares.</summary>
/// <remarks>Completed in 2023–2025: 360 + 1 260 + 580 = 2 200 万元. No paper speaks of a platform or of a green design.</remarks>
internal static class SitePapers
{
    internal static IEnumerable<Paper> Papers() => [Equipment(), Upgrades(), Land()];

    private static Paper Equipment() => new WorkbookPaper()
        .Sheet(
            "设备清单",
            [],
            ["企业名称：" + Name],
            ["主要设备名称", "规格型号", "台（套）", "投产年月", "是否属于淘汰类", "所属鼓励目录"],
            ["甲醇合成塔", "Φ3400", 2, "2017-11", "否", null],
            ["余热发电机组", "6MW", 1, "2024-06", "否", "《国家工业和信息化领域节能降碳技术装备推荐目录（2024年版）》"],
            ["磁悬浮离心鼓风机", "CG/B200", 3, "2023-09", "否", "《国家工业和信息化领域节能降碳技术装备推荐目录（2024年版）》"],
            ["储罐油气回收装置", "膜法", 2, "2025-05", "否", "《国家鼓励发展的重大环保技术装备目录（2023年版）》"],
            ["说明：全部设备经核对，无国家明令淘汰的设备。"],
            ["机动部　2026年3月3日"])
        .At(Folder + "主要设备清单.xlsx");

    private static Paper Upgrades() => new WordPaper()
        .Title("绿色低碳改造升级项目情况说明")
        .Text(
            $"{Name}2023—2025年竣工的绿色低碳改造升级项目共3个，投资合计2,200万元：")
        .Table(
            ["项目", "竣工年月", "投资（万元）"],
            ["磁悬浮鼓风机节能改造", "2023-09", "360"],
            ["工艺余热发电", "2024-06", "1260"],
            ["储罐区挥发性有机物深度治理", "2025-05", "580"])
        .Text("另有二氧化碳回收二期项目于2026年1月开工，计划投资3,400万元，尚未竣工。", "技术部　2026年2月25日")
        .At(Folder + "绿色低碳改造项目说明.docx");

    private static Paper Land() => Paper.Text(Folder + "不动产权证.txt", $"""
        不动产权证书

        苏（2016）渚垛县不动产权第0009127号
        权利人：{Name}
        坐落：{Address}
        权利类型：国有建设用地使用权／房屋所有权
        用途：工业用地
        面积：宗地面积15.00公顷
        使用期限：2016年3月8日起至2066年3月7日止
        渚垛县自然资源和规划局

        """);
}
