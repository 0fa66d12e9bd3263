using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Tests.Questions;

public sealed class EnglishReaderTests
{
    [Theory]
    [InlineData("How many green factories by 2020?", true)]
    [InlineData("GB/T 36132-2018 现在还有效吗", false)]
    [InlineData("RoHS 是什么", false)]
    public void Language_IsThatOfMostLetters(string question, bool english) => Assert.Equal(english, EnglishReader.IsEnglish(question));

    [Fact]
    public void AbridgedName_KeepsTheOrderOfItsCharacters()
    {
        Assert.True(QuestionText.IsAbridged("尾矿利用率", "尾矿综合利用率"));
        Assert.False(QuestionText.IsAbridged("利用尾矿率", "尾矿综合利用率"));
    }
}
