using System.Text.RegularExpressions;
using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Answers;

/// <summary>About documents themselves: which there are, who issued one, its number, title and dates.</summary>
internal sealed partial class DocumentAnswer(PassageLibrary library)
{
    /// <summary>Lists the documents; false when the question does not ask for them.</summary>
    public bool TryList(Question question, AnswerWriter writer)
    {
        if (!question.Cues.Contains("documents") || question.Documents.Count > 0 || question.Strong.Any(c => c.Kind is ConceptKind.Indicator or ConceptKind.Industry) || question.Quantities.Count > 0)
        {
            return false;
        }

        // 哪些文件提到了绿色供应链: only those that speak of it.
        var about = Mentions().IsMatch(question.Folded) ? question.Strong.Where(c => c.Kind is ConceptKind.Word or ConceptKind.Designation).ToList() : [];
        bool Speaks(SourceDocument document) => about.TrueForAll(c => library.Passages.Any(p => p.Document == document && c.Alternatives.Any(a => p.Folded.Contains(a, StringComparison.Ordinal))));
        var policies = library.Documents.Where(d => d.IsPolicy && Speaks(d)).ToList();
        if (policies.Count == 0)
        {
            return false;
        }

        writer.Say(about.Count > 0 ? (writer.English ? "These policy documents speak of it:" : "提到的政策文件有：") : writer.English ? "The graph holds these policy documents:" : "图谱收录的政策文件有：");
        foreach (var document in policies)
        {
            var number = document.Number is { } written && !document.Uncertain.Contains("number") ? $"（{written}）" : string.Empty;
            var issuer = document.Issuers.Count > 0 ? $"，{string.Join("、", document.Issuers)}" : string.Empty;
            writer.Say($"{document.Shown}{number}{issuer}{writer.Cite(document)}{(writer.English ? ";" : "；")}");
        }

        var standards = library.Documents.Where(d => !d.IsPolicy && d.Title is not null && Speaks(d)).ToList();
        if (standards.Count > 0)
        {
            writer.Say(writer.English ? "and facts, without the full text, of:" : "另有标准和办法的要点（不含全文）：");
            writer.Say(string.Join("、", standards.Take(12).Select(d => $"{(d.Number is { } n && d.Title?.Contains(n, StringComparison.Ordinal) != true ? n + " " : string.Empty)}{d.Shown}{writer.Cite(d)}")) + (writer.English ? "." : "。"));
        }

        return true;
    }

    /// <summary>States what is known of the one document that is named; false when the question asks for something else.</summary>
    public bool TryDescribe(Question question, AnswerWriter writer)
    {
        var policies = question.Documents.Where(d => d.IsPolicy).ToList();
        if ((policies.Count > 0 ? policies : question.Documents) is not [var document])
        {
            return false;
        }

        var text = question.Folded;
        if (Attachments().IsMatch(text) && library.Passages.FirstOrDefault(p => p.Kind == PassageKind.Sentence && p.Document == document && p.Folded.StartsWith("附件:", StringComparison.Ordinal)) is { } list)
        {
            writer.Say(Phrasing.Quote(writer, list));
            return true;
        }

        var issuer = Issuer().IsMatch(text);
        var number = Number().IsMatch(text);
        var title = Title().IsMatch(text);
        var date = Date().IsMatch(text) && question.Strong.Count() <= 1;
        var period = Period().IsMatch(text) && document.PlanEnd is not null && !question.Strong.Any(c => c.Kind == ConceptKind.Indicator);
        issuer &= document.IsPolicy;
        date &= document.IsPolicy;
        period &= document.IsPolicy;
        if (!issuer && !number && !title && !date && !period)
        {
            return false;
        }

        if (issuer || title || number)
        {
            var claimed = Authority().Match(text) is { Success: true } match ? match.Value : null;
            if (claimed is not null && document.Issuers.Count > 0 && !document.Issuers.Any(i => i.Contains(claimed, StringComparison.Ordinal) || SameAuthority(i, claimed)))
            {
                writer.Say(writer.English ? "That is not what the document says." : $"不是{claimed}：");
            }
        }

        if (title || number || issuer)
        {
            writer.Say(Name(document, writer));
        }

        if ((issuer || title) && document.IsPolicy)
        {
            writer.Say(document.Issuers.Count > 0
                ? writer.English ? $"It was issued by {string.Join(", ", document.Issuers)} {Mark(document, document.Issuers[0], writer)}." : $"发文机关是{string.Join("、", document.Issuers)}{Mark(document, document.Issuers[0], writer)}。"
                : Unknown(document, "发文机关", "issuer", writer));
        }

        if (number || title)
        {
            writer.Say(document.Number is { } written
                ? (writer.English ? $"Its number is {written}{Doubt(document, "number", writer)} {Mark(document, written, writer)}." : $"文号是{written}{Doubt(document, "number", writer)}{Mark(document, written, writer)}。")
                : Unknown(document, "文号", "number", writer));
        }

        if (date)
        {
            var known = document.PublishedOn is { } published ? ("发布", "published", published, "publishedOn") : document.SignedOn is { } signed ? ("成文", "signed", signed, "signedOn") : default;
            writer.Say(known.Item3 is { } day
                ? (writer.English ? $"{document.ShownEnglish} was {known.Item2} on {day}{Doubt(document, known.Item4, writer)} {Mark(document, day, writer)}." : $"{document.Shown}的{known.Item1}日期是{day}{Doubt(document, known.Item4, writer)}{Mark(document, day, writer)}。")
                : Unknown(document, "日期", "date", writer));
        }

        if (period && !date)
        {
            writer.Say(writer.English ? $"{document.ShownEnglish} covers {document.PlanStart} to {document.PlanEnd} {Mark(document, document.PlanEnd!, writer)}." : $"{document.Shown}的规划期是{document.PlanStart}年至{document.PlanEnd}年{Mark(document, document.PlanEnd!, writer)}。"); // a period has an end
        }

        return true;
    }

    private static string Name(SourceDocument document, AnswerWriter writer) => document.Title is { } title
        ? (writer.English ? $"Its title is 《{title}》 {writer.Cite(document)}." : $"文件全称是《{title}》{writer.Cite(document)}。")
        : Unknown(document, "标题", "title", writer);

    private static string Unknown(SourceDocument document, string what, string english, AnswerWriter writer)
    {
        var sentence = writer.English ? $"The text does not state its {english}; it is unknown." : $"{document.Shown}没有写明{what}，图谱中未知。";
        writer.Miss(sentence);
        return sentence;
    }

    private static string Doubt(SourceDocument document, string key, AnswerWriter writer) => document.Uncertain.Contains(key) ? writer.English ? " (to be verified: not stated in the text)" : "（待核实：正文没有写明）" : string.Empty;

    private string Mark(SourceDocument document, string words, AnswerWriter writer)
    {
        var folded = QuestionText.Fold(words);
        return library.Passages.FirstOrDefault(p => p.Kind == PassageKind.Sentence && p.Document == document && p.Folded.Contains(folded, StringComparison.Ordinal)) is { } passage ? writer.Cite(passage) : writer.Cite(document);
    }

    private static bool SameAuthority(string issuer, string claimed) => claimed is "工信部" or "工信厅" ? issuer.Contains("工业和信息化", StringComparison.Ordinal) : claimed is "科技部" ? issuer.Contains("科学技术部", StringComparison.Ordinal) : claimed is "广东省经信委" && issuer.Contains("经济和信息化", StringComparison.Ordinal);

    [GeneratedRegex("发文机关|哪个部门发|哪个部门印发|哪个部门发布|谁发的|谁印发|谁发布|发布单位|发文单位|哪家发|什么部门|哪个单位发|部门出台|部门制定|[委部局院]发布的|[委部局院]印发的|发的|谁issued|谁.{0,4}发布", RegexOptions.None, 2_000)]
    private static partial Regex Issuer();

    [GeneratedRegex("提到|提及|涉及|讲到|说到|写到|谈到", RegexOptions.None, 2_000)]
    private static partial Regex Mentions();

    [GeneratedRegex("(?:几个|哪些|哪几个|多少个?|有什么|什么)附件|附件(?:有|都|是|叫|分别|清单|名称)", RegexOptions.None, 2_000)]
    private static partial Regex Attachments();

    [GeneratedRegex("文号|发文字号|文件号|什么号|几号文|编号", RegexOptions.None, 2_000)]
    private static partial Regex Number();

    [GeneratedRegex("全称|全名|完整名称|正式名称|叫什么|标题是|名字是|文件名|题目", RegexOptions.None, 2_000)]
    private static partial Regex Title();

    [GeneratedRegex("(?:哪年|哪一年|什么时候|何时|哪天|几月|什么时间|发布日期|发布时间|印发日期|成文日期).{0,4}(?:发|印|出台|的$|的文件|公布|签)|(?:发布|印发|出台|公布|成文)(?:日期|时间|于什么时候|是什么时候|是哪)|是哪年的|是哪一年的", RegexOptions.None, 2_000)]
    private static partial Regex Date();

    [GeneratedRegex("管到|规划期|有效期|覆盖哪|期限|到哪一年|哪几年|还有效|过期|过时|现在还|适用期", RegexOptions.None, 2_000)]
    private static partial Regex Period();

    [GeneratedRegex("发改委|国家发展和改革委员会|工信部|工业和信息化部|科技部|科学技术部|生态环境部|环保部|国务院|财政部|商务部|住建部|广东省经信委|市场监管总局", RegexOptions.None, 2_000)]
    private static partial Regex Authority();
}
