namespace PolicyGraph.Extraction.Tests;

public sealed class MentionTests
{
    [Fact]
    public void Citation_WithItsNumber_KeepsWhatTheTextSaysAndWhatIsMeant()
    {
        var citations = Policies.Read("二、内容\n通用评价方法见《生态设计产品评价通则》（GB/T32611），评价要求见生态设计产品评价规范系列国家标准（GB/T32163）。\n").Citations;
        Assert.Equal([("生态设计产品评价通则", "GB/T32611", "GB/T 32161-2015"), ("生态设计产品评价规范", "GB/T32163", null)], citations.Select(c => (c.Title, c.Number, c.MeantNumber)));
    }

    [Fact]
    public void Citation_WithADocumentNumber_ReadsIt()
    {
        var citation = Policies.Read("一、要求\n根据国务院《“十四五”节能减排综合工作方案》（国发〔 2021 〕 33 号），推进工作。\n").Citations.Single();
        Assert.Equal(("“十四五”节能减排综合工作方案", "国发〔2021〕33号"), (citation.Title, citation.Number));
    }

    [Fact]
    public void OwnTitleAndShortName_AreNoCitations() => Assert.Empty(Policies.Read("绿色制造科技专项规划\n前 言\n制定《绿色制造科技专项规划》（以下简称《专项规划》），是重要措施。《专项规划》明确了目标。\n").Citations);

    [Fact]
    public void Attachments_OfANotice_AreCited() =>
        Assert.Equal(["绿色工厂评价要求", "绿色园区评价要求"], Policies.Read("一、总体思路\n按照要求推进。\n附件：1. 绿色工厂评价要求\n      2.绿色园区评价要求\n").Citations.Select(c => c.Title));

    [Fact]
    public void Industries_InAList_AreNamedWithTheirCodes()
    {
        var industries = Policies.Read("一、任务\n优先在钢铁、有色金属、机械、电子信息等重点行业选择企业，搭建信息通信平台，使用食品添加剂。\n").Industries;
        Assert.Equal([("钢铁", "31"), ("有色金属", "32"), ("机械", "34"), ("电子信息", "39")], industries.Select(i => (i.Name, i.Code)));
    }

    [Fact]
    public void LastIndustryOfAList_BeforeTheWord_IsNamed() =>
        Assert.Equal(["电解铝", "水泥"], Policies.Read("一、任务\n在电解铝、水泥行业落实阶梯电价、差别电价等价格政策。\n").Industries.Select(i => i.Name));

    [Fact]
    public void Processes_OfAList_AreTerms()
    {
        var names = Policies.Read("一、任务\n水泥行业实施高固气比熟料煅烧、大推力多通道燃烧等技术改造，推广余热回收。\n").Processes.Select(p => p.Name).ToList();
        Assert.Contains("大推力多通道燃烧", names);
        Assert.Contains("余热回收", names);
        Assert.All(names, n => Assert.True(n.Length <= 40 && n.IndexOfAny(['。', '；']) < 0, n));
    }

    [Fact]
    public void Profile_OfAStandard_IsThatOfItsCover()
    {
        var profile = Policies.Read("ICS 13.020.20\nCCS Z 04\n中华人民共和国国家标准\nGB/T 98765—2024\n代替 GB/T 98765—2018\n绿色工厂水资源管理要求\nRequirements for water resources management\n2024-06-29 发布　　2025-01-01 实施\n国家市场监督管理总局\n1　范围\n本文件规定了总体要求。\n2　总体要求\n企业应建立制度。\n").Profile;
        Assert.Equal(("绿色工厂水资源管理要求", "standard", "GB/T 98765—2024", "2024-06-29", "2025-01-01"), (profile.Title, profile.Kind, profile.DocumentNumber, profile.PublishedOn, profile.EffectiveFrom));
        Assert.Equal(["GB/T 98765—2018"], profile.Replaces);
    }

    [Fact]
    public void Profile_OfAProvincialNotice_IsRead()
    {
        var profile = Policies.Read("甘肃省人民政府关于印发甘肃省“十四五”节能减排综合工作方案的通知\n甘政发〔 2022 〕 41 号\n各市、自治州人民政府，省政府各部门：\n现将《甘肃省“十四五”节能减排综合工作方案》印发给你们，请抓好贯彻落实。\n甘肃省人民政府\n2022 年 6 月 24 日\n一、总体要求\n推进节能。\n").Profile;
        Assert.Equal(("notice", "甘政发〔2022〕41号", "2022-06-24", "provincial", "甘肃省"), (profile.Kind, profile.DocumentNumber, profile.SignedOn, profile.Level, profile.Jurisdiction));
        Assert.Equal(["甘肃省人民政府"], profile.IssuingAuthorities);
        Assert.Equal(("2021", "2025"), (profile.PlanStart, profile.PlanEnd));
    }

    [Fact]
    public void Dates_AreAsExactAsTheirSource()
    {
        var profile = Policies.Read("某办法\n（2021 年 12 月 11 日生态环境部令第 24 号公布自 2022年 2 月 8 日起施行）\n第一章 总则\n第一条 为了规范，制定本办法。\n").Profile;
        Assert.Equal(("2021-12-11", "2022-02-08"), (profile.PublishedOn, profile.EffectiveFrom));
    }

    [Fact]
    public void FragmentWithoutTitle_HasNeitherTitleNorPlace()
    {
        var profile = Policies.Read("     一、绿色工厂\n\n把绿色工厂作为绿色制造的实施主体。\n").Profile;
        Assert.Null(profile.Title);
        Assert.Null(profile.Jurisdiction);
    }
}
