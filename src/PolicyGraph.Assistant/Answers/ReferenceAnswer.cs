using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;
using PolicyGraph.Ontology.Lexicon;

namespace PolicyGraph.Assistant.Answers;

/// <summary>What a document rests on and cites, and which number is meant where a document has it wrong.</summary>
internal sealed class ReferenceAnswer(PassageLibrary library, DocumentLexicon known)
{
    private static readonly string[] Basis = ["依据", "根据什么", "根据哪", "落实", "上位", "基于什么", "贯彻"];
    private static readonly string[] Cites = ["引用", "引了", "提到了哪些", "提到哪些", "参考了", "援引", "列了哪些文件"];

    /// <summary>The right number for a wrong one; false when the question names no number that is known to be wrong.</summary>
    public bool TryCorrect(Question question, AnswerWriter writer)
    {
        foreach (var document in known.All)
        {
            var wrong = document.Wrong.FirstOrDefault(w => question.Numbers.Contains(QuestionText.Fold(w)) || question.Folded.Contains(QuestionText.Fold(w), StringComparison.Ordinal));
            wrong ??= document.Wrong.Count > 0 && question.Folded.Contains(QuestionText.Fold(document.Title), StringComparison.Ordinal) && (question.Folded.Contains("标准号", StringComparison.Ordinal) || question.Folded.Contains("正确", StringComparison.Ordinal) || question.Folded.Contains("编号", StringComparison.Ordinal)) ? document.Wrong[0] : null;
            if (wrong is null)
            {
                continue;
            }

            var folded = QuestionText.Fold(wrong);
            var written = library.Passages.Where(p => p.Kind == PassageKind.Sentence && p.Folded.Contains(folded, StringComparison.Ordinal)).ToList();
            var right = library.Passages.FirstOrDefault(p => p.Kind == PassageKind.Clause && p.Folded.Contains(folded, StringComparison.Ordinal) && p.Folded.Contains(QuestionText.Fold(document.Number), StringComparison.Ordinal));
            var marker = right is not null ? writer.Cite(right) : writer.Cite(new SourceDocument(document.Number, document.Title, document.Number));
            writer.Say(writer.English ? $"{wrong} is a wrong number: the standard 《{document.Title}》 is {document.Number} {marker}." : $"{wrong} 是误号：《{document.Title}》的正确标准号是 {document.Number}{marker}。");
            foreach (var passage in written.Where(p => question.Documents.Count == 0 || question.Documents.Contains(p.Document)).Take(2))
            {
                writer.Say(Phrasing.Quote(writer, passage));
            }

            return true;
        }

        return false;
    }

    /// <summary>What the document that is named rests on or cites; false when the question asks for something else.</summary>
    public bool TryWrite(Question question, AnswerWriter writer)
    {
        var text = question.Folded;
        if (question.Documents.Where(d => d.IsPolicy).ToList() is not [var document] || question.Strong.Count(c => !IsReference(c)) > 1)
        {
            return false;
        }

        var cited = library.Citations.Where(c => c.From == document && c.Title is not null && c.Title != document.Title).ToList();
        if (Array.Exists(Basis, b => text.Contains(b, StringComparison.Ordinal)))
        {
            var basis = library.Passages
                .Where(p => p.Kind == PassageKind.Sentence && p.Document == document && cited.Exists(c => c.Start >= p.Start && c.End <= p.End))
                .OrderByDescending(p => (((string[])["落实", "依据", "根据", "按照"]).Count(w => p.Folded.Contains(w, StringComparison.Ordinal)) * 2) + Math.Min(3, cited.Count(c => c.Start >= p.Start && c.End <= p.End)))
                .ThenBy(p => p.Start).FirstOrDefault();
            if (basis is not null)
            {
                writer.Say(Phrasing.Quote(writer, basis));
                return true;
            }

            return Absent(document, "依据的文件", "the documents it rests on", writer);
        }

        if (!Array.Exists(Cites, c => text.Contains(c, StringComparison.Ordinal)))
        {
            return false;
        }

        var wanted = question.Strong.Where(c => !IsReference(c)).ToList();
        var listed = cited.Where(c => wanted.TrueForAll(w => QuestionText.Fold(c.Title).Contains(w.Term, StringComparison.Ordinal))).DistinctBy(c => c.Title).ToList();
        if (listed.Count == 0 && text.Contains("目录", StringComparison.Ordinal))
        {
            listed = [.. cited.Where(c => c.Title!.Contains("目录", StringComparison.Ordinal)).DistinctBy(c => c.Title)]; // titles are there: see above
        }

        listed = text.Contains("目录", StringComparison.Ordinal) ? [.. listed.Where(c => c.Title!.Contains("目录", StringComparison.Ordinal))] : listed; // as above
        if (listed.Count == 0)
        {
            return wanted.Count == 0 && Absent(document, "引用的文件", "the documents it cites", writer);
        }

        var shown = string.Join("、", listed.Select(c => $"《{c.Title}》{(c.Number is { } n ? $"（{n}）" : string.Empty)}{writer.Cite(document, null, c.Quote, c.Start, c.End)}"));
        writer.Say(writer.English ? $"{document.ShownEnglish} cites {shown}." : $"{document.Shown}引用了{shown}。");
        return true;
    }

    private static bool Absent(SourceDocument document, string what, string english, AnswerWriter writer)
    {
        var sentence = writer.English ? $"{document.ShownEnglish} does not name {english} {writer.Cite(document)}." : $"{document.Shown}没有写明{what}{writer.Cite(document)}。";
        writer.Say(sentence);
        writer.Miss(sentence);
        return true;
    }

    private static bool IsReference(Concept concept) => concept.Term is "依据" or "上位规划" or "落实" or "引用" or "目录" or "引用文件" or "规范性引用文件" or "制定依据" or "上位" || concept.Term.Contains("依据", StringComparison.Ordinal);
}
