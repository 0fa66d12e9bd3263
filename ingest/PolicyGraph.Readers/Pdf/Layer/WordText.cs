using System.Text;

namespace PolicyGraph.Readers.Pdf.Layer;

/// <summary>Makes a word's characters what a reader sees: fonts name some Han characters by the radicals that look alike (⼯ for 工).</summary>
internal static class WordText
{
    // U+2F00 to U+2FD5 in order, as a simplified text writes them; the normalisation of .NET does nothing where globalisation is invariant.
    private const string KangxiRadicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴"
        + "廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
        + "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵"
        + "邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黄黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    // The others that stand for a whole character; source: EquivalentUnifiedIdeograph.txt of the Unicode character database.
    private const string OtherRadicals = "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳";
    private const string OtherCharacters = "母民虎西见角贝车长门青页风飞食马鬼鱼鸟麦黄齐齿龙龟";

    public static string Clean(string word)
    {
        var trimmed = word.AsSpan().Trim();
        var strange = false;
        foreach (var c in trimmed)
        {
            strange |= c is (>= '\u2e80' and <= '\u2fd5') or '\u00ad' or '\u200b' or '\ufeff' || char.IsControl(c);
        }

        return strange ? Mend(trimmed) : trimmed.Length == word.Length ? word : trimmed.ToString();
    }

    private static string Mend(ReadOnlySpan<char> word)
    {
        var mended = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c is not ('\u00ad' or '\u200b' or '\ufeff'))
            {
                mended.Append(char.IsControl(c) ? '\ufffd' : Character(c));
            }
        }

        return mended.ToString().Trim();
    }

    private static char Character(char c)
    {
        if (c is >= '\u2f00' and <= '\u2fd5')
        {
            return KangxiRadicals[c - '\u2f00'];
        }

        var other = OtherRadicals.IndexOf(c, StringComparison.Ordinal);
        return other < 0 ? c : OtherCharacters[other];
    }
}
