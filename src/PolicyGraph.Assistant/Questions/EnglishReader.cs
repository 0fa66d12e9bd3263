using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PolicyGraph.Ontology.Lexicon;

namespace PolicyGraph.Assistant.Questions;

/// <summary>Turns an English question into Chinese words by the lexicon; what it does not know stays as it is.</summary>
internal sealed partial class EnglishReader
{
    private static readonly (string English, string Chinese)[] Interrogatives =
    [
        ("who issued", "谁发布"), ("who published", "谁发布"), ("issued by", "谁发布"), ("which ministry issued", "谁发布"), ("which department issued", "谁发布"), ("which body issued", "谁发布"), ("which authority issued", "谁发布"), ("document number", "文号"), ("full title", "全称"), ("full name", "全称"),
        ("what annexes", "哪些附件"), ("which annexes", "哪些附件"), ("how many annexes", "几个附件"), ("attachments", "哪些附件"), ("what can this", "你能干"), ("what can it do", "你能干"), ("new here", "你能干"), ("how can you help", "你能干"), ("how can this", "你能干"),
        ("how many", "多少"), ("how much", "多少"), ("what percentage", "百分之几"), ("by how much", "多少"), ("when", "什么时候"), ("what date", "什么时候"), ("which year", "哪一年"), ("how long", "多久"), ("how often", "频次"),
        ("deadline", "截止"), ("who", "谁"), ("which department", "谁"), ("which authority", "谁"), ("what is meant by", "什么是"), ("what does", "什么是"), ("what is a", "什么是"), ("what is an", "什么是"),
        ("define", "定义"), ("definition", "定义"), ("right?", "对吗"), ("correct?", "对吗"), ("isn't it", "对吗"), ("is it true", "对吗"), ("compare", "对比"), ("difference", "区别"), ("differ", "区别"), ("versus", "对比"), ("trace", "追溯"),
        ("which national target", "国家哪个目标"), ("what can you do", "你能干"), ("how do i use", "怎么用"), ("help me", "帮助"), ("which policy documents", "收录了哪些"), ("what documents are", "收录了哪些"), ("which documents are", "收录了哪些"), ("documents in the corpus", "收录了哪些"),
        ("what evidence", "证明材料"), ("what documents prove", "证明材料"), ("which version", "哪个版本"), ("which edition", "哪个版本"), ("how should i cite", "哪一条"), ("what are we missing", "还差"), ("what is missing", "还差"), ("what do we still", "还差"), ("still missing", "还差"), ("expiring", "到期"),
        ("will be", "未来会"), ("next revision", "下一次"), ("predict", "预测"), ("forecast", "预测"), ("likely", "概率"), ("recommend a", "推荐一家"), ("subsidy", "多少钱"), ("yuan", "多少钱"),
    ];

    private readonly QuestionLexicon lexicon;
    private readonly int longest;

    /// <summary>Takes the lexicon.</summary>
    public EnglishReader(QuestionLexicon lexicon)
    {
        this.lexicon = lexicon;
        longest = lexicon.English.Keys.Max(k => k.Split(' ').Length);
    }

    /// <summary>Whether a question is asked in English: more of its letters are Latin than Chinese, and there are words.</summary>
    public static bool IsEnglish(string question)
    {
        var latin = question.Count(char.IsAsciiLetter);
        var han = question.Count(QuestionText.IsHan);
        return latin > 6 && latin > han * 2;
    }

    /// <summary>The question in Chinese words, those that the lexicon ignores left out.</summary>
    public string ToChinese(string question)
    {
        var lower = question.ToLowerInvariant().Replace('’', '\'');
        var chinese = new StringBuilder();
        foreach (var (english, word) in Interrogatives)
        {
            if (lower.Contains(english, StringComparison.Ordinal))
            {
                chinese.Append(word).Append('，');
            }
        }

        if (Issue().IsMatch(lower))
        {
            chinese.Append("发布日期，");
        }

        lower = Scaled().Replace(lower, m => (decimal.Parse(m.Groups[1].Value.Replace(",", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture) * (m.Groups[2].Value switch { "thousand" => 1_000m, "million" => 1_000_000m, _ => 1_000_000_000m })).ToString("0.####", CultureInfo.InvariantCulture));
        lower = lower.Replace("tonnes of", "t", StringComparison.Ordinal).Replace("tons of", "t", StringComparison.Ordinal).Replace("cubic metres", "m3", StringComparison.Ordinal).Replace("cubic meters", "m3", StringComparison.Ordinal);
        var words = Words(lower);
        for (var i = 0; i < words.Count;)
        {
            var taken = 0;
            for (var length = Math.Min(longest, words.Count - i); length > 0 && taken == 0; length--)
            {
                if (lexicon.English.TryGetValue(string.Join(' ', words.Skip(i).Take(length)), out var word))
                {
                    chinese.Append(word).Append(' ');
                    taken = length;
                }
            }

            if (taken == 0)
            {
                if (!lexicon.EnglishIgnore.Contains(words[i]))
                {
                    chinese.Append(words[i]).Append(char.IsAsciiDigit(words[i][^1]) ? ' ' : '\n');
                }

                taken = 1;
            }

            i += taken;
        }

        return chinese.ToString();
    }

    [GeneratedRegex(@"(\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion)", RegexOptions.None, 2_000)]
    private static partial Regex Scaled();

    [GeneratedRegex(@"\b(?:when|what date|which year|what year)\b.{0,120}\b(?:issued|published|signed|released)\b", RegexOptions.None, 2_000)]
    private static partial Regex Issue();

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text + " ")
        {
            if (char.IsAsciiLetterOrDigit(c) || QuestionText.IsHan(c) || c is '-' or '/' or '.' or '%' or '〔' or '〕' or '³')
            {
                word.Append(c);
            }
            else if (c == '\'' && word.Length > 0)
            {
                // The possessive: what stands before it is the word.
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                var taken = word.ToString().TrimEnd('.', '\'', '-');
                words.Add(taken.EndsWith("'s", StringComparison.Ordinal) ? taken[..^2] : taken);
                word.Clear();
            }
        }

        return [.. words.Where(w => w.Length > 0)];
    }
}
