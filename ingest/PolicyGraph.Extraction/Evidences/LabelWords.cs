namespace PolicyGraph.Extraction.Evidences;

/// <summary>The words that labels are made of beside the names of fields: what goes before and behind a name, what makes it something else, what holds a table together.</summary>
internal static class LabelWords
{
    public static readonly string[] Prefixes =
    [
        "本企业", "本公司", "企业", "公司", "全厂", "厂区", "全部", "年度", "本年度", "当年", "生产", "工业", "实际", "主要", "合格品", "合格", "成品", "累计", "报告期内", "报告期", "统计期内", "统计期",
        "核算期", "审计期内", "审计期", "核查确认", "经核查", "经审计", "期内", "总", "净", "年", "本年", "全年", "本期", "合计", "共", "外购", "证书", "其他", "用能", "现有", "项目", "本", "的", "内", "计", "我", "我公司", "我厂", "本厂", "平均", "企业法人", "用水",
    ];

    public static readonly string[] Suffixes = ["合计", "总计", "小计", "总量", "数据", "数值", "情况", "信息", "记录", "名单", "指标", "为", "是", "累计"];
    public static readonly string[] Refused = ["目标", "计划", "设计产能", "设计能力", "许可", "预计", "预算", "同比", "增减", "增长", "比上年", "人均", "较上年", "环比", "变化", "引领", "基准", "限额", "定额", "先进值", "权重", "得分", "规划", "考核"];
    public static readonly HashSet<string> Uses = new(StringComparer.Ordinal) { "燃料", "动力", "燃料、动力", "燃料动力", "燃料及动力", "燃料和动力", "加热", "工艺", "非原料" };
    public static readonly string[] Totals = ["合计", "总计", "总和"];
    public static readonly string[] Shares = ["占比", "比例", "比重", "比率"];
    public static readonly string[] KindsOfReuse = ["循环", "回用", "串联"];
    public static readonly string[] NoOutputValue = ["销售", "增加", "出口", "新产品"];
    public static readonly string[] NoGreenPower = ["购入", "外购", "电网", "上网"];
    public static readonly string[] NotQualifier = ["单位", "每", "万元", "吨", "亩均", "其中", "数", "率", "销售", "出口"];

    public static readonly Dictionary<string, LabelPlace> Places = new(StringComparer.Ordinal)
    {
        ["序号"] = LabelPlace.Index, ["行次"] = LabelPlace.Index, ["序"] = LabelPlace.Index, ["no"] = LabelPlace.Index,
        ["计量单位"] = LabelPlace.Unit, ["计算单位"] = LabelPlace.Unit, ["单位"] = LabelPlace.Unit, ["实物单位"] = LabelPlace.Unit, ["实物量单位"] = LabelPlace.Unit,
        ["代码"] = LabelPlace.Code, ["代号"] = LabelPlace.Code, ["产品代码"] = LabelPlace.Code, ["指标代码"] = LabelPlace.Code, ["能源代码"] = LabelPlace.Code, ["废物代码"] = LabelPlace.Code, ["表号"] = LabelPlace.Code, ["物料号"] = LabelPlace.Code, ["物料编码"] = LabelPlace.Code, ["物料编号"] = LabelPlace.Code, ["公司代码"] = LabelPlace.Code, ["移动类型"] = LabelPlace.Code, ["联单号"] = LabelPlace.Code, ["转移单号"] = LabelPlace.Code, ["水表编号"] = LabelPlace.Code,
        ["备注"] = LabelPlace.Remark, ["说明"] = LabelPlace.Remark, ["数据来源"] = LabelPlace.Remark, ["抄表人"] = LabelPlace.Remark, ["记录人"] = LabelPlace.Remark, ["审核"] = LabelPlace.Remark, ["签字"] = LabelPlace.Remark, ["去向"] = LabelPlace.Remark, ["开工日期"] = LabelPlace.Remark, ["开工时间"] = LabelPlace.Remark, ["开始时间"] = LabelPlace.Remark, ["立项时间"] = LabelPlace.Remark, ["状态"] = LabelPlace.Remark, ["项目状态"] = LabelPlace.Remark, ["进展"] = LabelPlace.Remark, ["进度"] = LabelPlace.Remark, ["实施进度"] = LabelPlace.Remark,
        ["年度"] = LabelPlace.Time, ["年份"] = LabelPlace.Time, ["月份"] = LabelPlace.Time, ["日期"] = LabelPlace.Time, ["时间"] = LabelPlace.Time, ["期间"] = LabelPlace.Time, ["抄表日期"] = LabelPlace.Time, ["监测日期"] = LabelPlace.Time, ["采样日期"] = LabelPlace.Time, ["采样时间"] = LabelPlace.Time, ["监测时间"] = LabelPlace.Time, ["检测日期"] = LabelPlace.Time, ["检测时间"] = LabelPlace.Time, ["取样日期"] = LabelPlace.Time, ["统计月份"] = LabelPlace.Time, ["年"] = LabelPlace.Time, ["月"] = LabelPlace.Time, ["季度"] = LabelPlace.Time, ["统计时间"] = LabelPlace.Time, ["抄表时间"] = LabelPlace.Time, ["抄表月份"] = LabelPlace.Time, ["完成时间"] = LabelPlace.Time, ["完成日期"] = LabelPlace.Time, ["竣工时间"] = LabelPlace.Time, ["竣工日期"] = LabelPlace.Time, ["完工时间"] = LabelPlace.Time, ["完工日期"] = LabelPlace.Time, ["投产时间"] = LabelPlace.Time, ["投产日期"] = LabelPlace.Time, ["投运时间"] = LabelPlace.Time, ["投运日期"] = LabelPlace.Time, ["验收时间"] = LabelPlace.Time, ["验收日期"] = LabelPlace.Time, ["建成时间"] = LabelPlace.Time,
        ["数值"] = LabelPlace.Value, ["数量"] = LabelPlace.Value, ["指标值"] = LabelPlace.Value, ["数据"] = LabelPlace.Value, ["实际值"] = LabelPlace.Value, ["完成值"] = LabelPlace.Value, ["实绩"] = LabelPlace.Value, ["本期"] = LabelPlace.Value, ["本年"] = LabelPlace.Value,
        ["电量"] = LabelPlace.Value, ["水量"] = LabelPlace.Value, ["年水量"] = LabelPlace.Value, ["年度值"] = LabelPlace.Value, ["全年数"] = LabelPlace.Value, ["值"] = LabelPlace.Value, ["结果"] = LabelPlace.Value, ["内容"] = LabelPlace.Value, ["金额"] = LabelPlace.Value, ["量"] = LabelPlace.Value, ["统计值"] = LabelPlace.Value, ["本年实际"] = LabelPlace.Value, ["实际完成"] = LabelPlace.Value, ["实际"] = LabelPlace.Value, ["本期数"] = LabelPlace.Value, ["本年数"] = LabelPlace.Value, ["填报内容"] = LabelPlace.Value, ["填报值"] = LabelPlace.Value, ["自评值"] = LabelPlace.Value, ["自评结果"] = LabelPlace.Value, ["本期实际"] = LabelPlace.Value, ["完成"] = LabelPlace.Value,
        ["项目"] = LabelPlace.Name, ["分项"] = LabelPlace.Name, ["事项"] = LabelPlace.Name, ["统计指标"] = LabelPlace.Name, ["指标"] = LabelPlace.Name, ["指标名称"] = LabelPlace.Name, ["能源品种"] = LabelPlace.Name, ["能源名称"] = LabelPlace.Name, ["能源种类"] = LabelPlace.Name, ["品种"] = LabelPlace.Name, ["类别"] = LabelPlace.Name, ["种类"] = LabelPlace.Name, ["名目"] = LabelPlace.Name, ["能源类型"] = LabelPlace.Name, ["统计项目"] = LabelPlace.Name, ["分类"] = LabelPlace.Name, ["内容名称"] = LabelPlace.Name, ["水源"] = LabelPlace.Name, ["用途"] = LabelPlace.Name,
        ["废物名称"] = LabelPlace.Name, ["固废名称"] = LabelPlace.Name, ["固体废物名称"] = LabelPlace.Name, ["污染物"] = LabelPlace.Name, ["污染物名称"] = LabelPlace.Name, ["检测项目"] = LabelPlace.Name, ["监测项目"] = LabelPlace.Name, ["监测因子"] = LabelPlace.Name, ["材料名称"] = LabelPlace.Name, ["原材料名称"] = LabelPlace.Name, ["原料名称"] = LabelPlace.Name, ["物料名称"] = LabelPlace.Name, ["项目名称"] = LabelPlace.Name, ["名称"] = LabelPlace.Name, ["产品"] = LabelPlace.Name, ["产品名称"] = LabelPlace.Name, ["设备名称"] = LabelPlace.Name, ["功能"] = LabelPlace.Name, ["功能名称"] = LabelPlace.Name, ["废物种类"] = LabelPlace.Name, ["废物类别"] = LabelPlace.Name, ["主要产品"] = LabelPlace.Name, ["原料"] = LabelPlace.Name, ["能源"] = LabelPlace.Name, ["原辅材料名称"] = LabelPlace.Name, ["物料描述"] = LabelPlace.Name, ["物料"] = LabelPlace.Name, ["料种"] = LabelPlace.Name, ["废物"] = LabelPlace.Name, ["固废"] = LabelPlace.Name, ["物质"] = LabelPlace.Name, ["排放源"] = LabelPlace.Name, ["源"] = LabelPlace.Name, ["环节"] = LabelPlace.Name, ["生命周期阶段"] = LabelPlace.Name, ["阶段"] = LabelPlace.Name, ["过程"] = LabelPlace.Name, ["排放环节"] = LabelPlace.Name, ["排放类型"] = LabelPlace.Name, ["源类别"] = LabelPlace.Name, ["电力来源"] = LabelPlace.Name,
    };

    public static readonly Dictionary<string, LabelStem> Stems = new(StringComparer.Ordinal)
    {
        ["产生量"] = LabelStem.Generated, ["年产生量"] = LabelStem.Generated, ["本年产生量"] = LabelStem.Generated, ["产生"] = LabelStem.Generated,
        ["利用量"] = LabelStem.Utilised, ["综合利用量"] = LabelStem.Utilised, ["综合利用总量"] = LabelStem.Utilised, ["利用总量"] = LabelStem.Utilised, ["综合利用"] = LabelStem.Utilised, ["自行利用量"] = LabelStem.Utilised, ["年综合利用量"] = LabelStem.Utilised, ["本年综合利用量"] = LabelStem.Utilised, ["利用"] = LabelStem.Utilised,
        ["综合利用往年贮存量"] = LabelStem.StockUtilised, ["利用往年贮存量"] = LabelStem.StockUtilised, ["往年贮存量"] = LabelStem.StockUtilised,
        ["处置量"] = LabelStem.Disposed, ["处置"] = LabelStem.Disposed, ["委托处置量"] = LabelStem.Disposed,
        ["排放量"] = LabelStem.Discharged, ["年排放量"] = LabelStem.Discharged, ["实际排放量"] = LabelStem.Discharged,
    };
}
