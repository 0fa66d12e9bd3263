using PolicyGraph.Extraction.Policies;

namespace PolicyGraph.Extraction.Tests;

public sealed class NormTests
{
    [Theory]
    [InlineData("各地要积极争取协调地方配套资金。", Modality.Must, "各地")]
    [InlineData("鼓励金融机构为绿色制造示范企业、园区提供便捷、优惠的担保服务和信贷支持。", Modality.Encouraged, "金融机构")]
    [InlineData("禁止开发区域不得进行工业化开发。", Modality.Prohibited, "禁止开发区域")]
    [InlineData("用能单位不得将淘汰的用能设备租借给他人使用。", Modality.Prohibited, "用能单位")]
    [InlineData("用能单位应当配合节能监督检查活动，如实提供相关资料和数据。", Modality.Must, "用能单位")]
    [InlineData("满足申请条件的企业（含央企）、园区按照绿色制造体系的相关标准开展创建工作并进行自评价。", Modality.Should, "满足申请条件的企业(含央企)、园区")]
    [InlineData("连续三次抽查无问题的，在五年内免于抽查。", Modality.May, null)]
    [InlineData("组织实施空压机系统能效提升计划。", Modality.Should, null)]
    [InlineData("定期发布符合行业规范条件的企业名单。", Modality.Should, null)]
    public void Sentence_HasItsModalityAndActor(string sentence, Modality modality, string? actor)
    {
        var norm = Read(sentence).Single();
        Assert.Equal((modality, actor), (norm.Modality, norm.Actor));
    }

    [Theory]
    [InlineData("对其中可以利用的，由各该生产企业负责利用。", Modality.Must)]
    [InlineData("禁止在电器电子等产品中使用的有毒有害物质名录，由国务院标准化主管部门会同有关部门制定。", Modality.Should)]
    [InlineData("对列入强制回收名录的产品和包装物，消费者应当将废弃的产品或者包装物交给生产者。", Modality.Must)]
    [InlineData("不符合强制性节能标准的项目，建设单位不得开工建设。", Modality.Prohibited)]
    [InlineData("应当进行节能评估而未进行的，建设单位不得开工建设。", Modality.Prohibited)]
    public void Condition_IsNoNormOfItsOwn(string sentence, Modality modality) => Assert.Equal(modality, Read(sentence).Single().Modality);

    [Fact]
    public void StateThatEncouragesAndSupports_Encourages()
    {
        var norm = Read("国家鼓励和支持行业协会在循环经济发展中发挥技术指导和服务作用。").Single();
        Assert.Equal((Modality.Encouraged, "行业协会"), (norm.Modality, norm.Actor));
    }

    [Fact]
    public void OneActorAndModality_InOneSentence_IsOneNorm() =>
        Assert.Single(Read("工业企业应当采用先进或者适用的节水技术、工艺和设备，制定并实施节水计划，加强节水管理，对生产用水进行全过程控制。"));

    [Fact]
    public void DutyWithADate_IsMust_AndItsDateIsKept()
    {
        var norm = Read("各省级主管部门每年11月底前向我部推荐名单，并提交相关材料。").Single();
        Assert.Equal((Modality.Must, "各省级主管部门", "每年11月底前", "每年"), (norm.Modality, norm.Actor, norm.Deadline, norm.Recurrence));
    }

    [Fact]
    public void OurMinistry_IsWhoeverIssued()
    {
        var norms = Policies.Read("工信厅节函〔2016〕586号\n各省工业和信息化主管部门：\n一、完善标准体系\n我部将发布《绿色制造标准体系建设指南》。\n").Norms;
        Assert.Equal("工业和信息化部", norms.Single().Actor);
    }

    [Fact]
    public void ChosenEnterprises_ActInTheRestOfTheSentence() =>
        Assert.Equal("龙头企业", Read("在汽车、机械等行业选择一批代表性强、管理水平高的龙头企业，按照产品全生命周期理念，实施绿色伙伴式供应商管理。").Single().Actor);

    [Fact]
    public void Encouragement_InTheMiddleOfASentence_IsANormOfItsOwn()
    {
        var norms = Read("修订国家鼓励的有毒有害原料替代目录，引导企业在生产过程中使用无毒无害或低毒低害原料。");
        Assert.Equal([(Modality.Should, null), (Modality.Encouraged, "企业")], norms.Select(n => (n.Modality, n.Actor)));
    }

    [Theory]
    [InlineData("绿色工厂是制造业的生产单元，是绿色制造的实施主体，属于绿色制造体系的核心支撑单元。")]
    [InlineData("到2025年，绿色低碳能源利用比例显著提高，能效全面提升。")]
    [InlineData("为贯彻落实《中国制造2025》，结合我省实际，特制定本实施方案。")]
    public void Statement_IsNoNorm(string sentence) => Assert.Empty(Read(sentence));

    [Fact]
    public void Quote_IsTheTextAtItsSpan()
    {
        const string text = "一、措施\n鼓励在先进制造领域建立以企业为主体、高等院校与科\n\n研院所参加的技术联盟。\n";
        var norm = Policies.Read(text).Norms.Single();
        Assert.Equal("鼓励在先进制造领域建立以企业为主体、高等院校与科\n\n研院所参加的技术联盟", text[norm.Span.Start..norm.Span.End]);
        Assert.Equal("一", norm.Path);
    }

    private static IReadOnlyList<Norm> Read(string sentence) => Policies.Read($"一、主要任务\n{sentence}\n").Norms;
}
