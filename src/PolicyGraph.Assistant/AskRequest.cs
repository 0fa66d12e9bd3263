namespace PolicyGraph.Assistant;

/// <summary>The language of an answer's own words; quotations stay in theirs.</summary>
public enum AnswerLanguage
{
    /// <summary>Chinese.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}

/// <summary>What <c>ask</c> is asked.</summary>
/// <param name="Question">The question as typed; more than <see cref="MaxLength"/> characters are refused.</param>
/// <param name="AsOf">The day on which it is asked: what is in force, what is expired.</param>
public sealed record AskRequest(string Question, DateOnly AsOf)
{
    /// <summary>Longest question that is read.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Most earlier questions that are looked at; older ones are forgotten.</summary>
    public const int MaxHistory = 20;

    /// <summary>Language of the answer's own words; null: that of the question.</summary>
    public AnswerLanguage? Language { get; init; }

    /// <summary>The user's earlier questions, oldest first.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>Name or credit code of the enterprise that is asked about; null for none.</summary>
    public string? Enterprise { get; init; }
}

/// <summary>A question that cannot be read: one line that says why and what to do.</summary>
public sealed class AskException(string message, Exception? innerException = null) : Exception(message, innerException);
