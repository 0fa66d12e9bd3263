namespace PolicyGraph.Cli.Output;

/// <summary>The language of fixed wording; content stays in its own.</summary>
public enum Language
{
    /// <summary>Chinese.</summary>
    Zh,

    /// <summary>English.</summary>
    En,
}

/// <summary>Fixed wording in both languages, side by side.</summary>
public static class Wording
{
    /// <summary>The one of the two that is asked for.</summary>
    public static string In(this Language language, string zh, string en) => language == Language.Zh ? zh : en;
}
