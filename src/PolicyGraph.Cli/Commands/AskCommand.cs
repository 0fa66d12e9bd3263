using System.CommandLine;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Assistant;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph ask "QUESTION"</c>: an answer from the graph, every sentence with its source.</summary>
public static class AskCommand
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("ask", "用自然语言提问，回答逐句带引文；图谱没有的会直接说没有");
        var question = new Argument<string?>("QUESTION") { Description = "问题；用 --batch 时不写", Arity = ArgumentArity.ZeroOrOne };
        var enterprise = new Option<string?>("--enterprise") { Description = "问的是哪家企业：名称、统一社会信用代码或文件夹" };
        var conversation = new Option<string?>("--conversation") { Description = "对话 id（任意字符串）：接着同一 id 之前的提问" };
        var batch = new Option<string?>("--batch") { Description = "JSONL 文件，每行 {\"id\",\"question\",\"history\",\"enterprise\"}，逐行回答" };
        command.Arguments.Add(question);
        foreach (var option in (Option[])[enterprise, conversation, batch])
        {
            command.Options.Add(option);
        }

        var common = new CommonOptions(command, "human", "json");
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            var asked = result.GetValue(question);
            var file = result.GetValue(batch);
            if ((asked is null) == (file is null))
            {
                throw new RequestException(asked is null ? "ask 要有问题：policygraph ask \"广东到2020年要建多少家绿色工厂\"，或用 --batch FILE.jsonl" : "ask 的问题和 --batch 只能用一个");
            }

            var ontology = new PolicyOntology(OntologyFolder.Read());
            await using var workspace = Workspace.Open(values.Data, values.Graph, GraphAccess.Read);
            using var session = new AskSession(workspace, ontology);
            var language = values.Language == Language.En ? AnswerLanguage.English : LanguageOf(result, common);
            if (file is not null)
            {
                return await AskBatch.RunAsync(session, file, language, Today(), values.IsJson, cancellationToken);
            }

            var talk = result.GetValue(conversation);
            var store = new ConversationStore(values.Data);
            var request = new AskRequest(asked ?? string.Empty, Today()) { Language = language, History = talk is null ? [] : store.Read(talk) };
            var answer = await session.AskAsync(request, result.GetValue(enterprise), cancellationToken);
            if (talk is not null)
            {
                store.Append(talk, request.Question);
            }

            Print(answer, values);
            return 0;
        });
        return command;
    }

    /// <summary>The language that was asked for; null when none was, so that an English question has an English answer.</summary>
    private static AnswerLanguage? LanguageOf(ParseResult result, CommonOptions common) =>
        result.GetResult(common.Language) is { Implicit: false } ? AnswerLanguage.Chinese : null;

    private static void Print(Answer answer, CommonValues values)
    {
        if (values.IsJson)
        {
            JsonOutput.Write(json => AnswerJson.Write(json, answer));
        }
        else
        {
            AnswerText.Print(answer, values.Language);
        }
    }

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(Shanghai).DateTime);
}
