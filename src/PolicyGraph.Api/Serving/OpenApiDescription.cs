using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Endpoints;

namespace PolicyGraph.Api.Serving;

/// <summary>The OpenAPI document: the routes with their bodies, answers and faults.</summary>
internal static class OpenApiDescription
{
    private const string Json = "application/json";

    private static readonly (int Status, string Meaning)[] Faults =
    [
        (400, "请求有误"), (403, "请求来自别的网页"), (404, "没有找到"), (413, "内容太大"), (415, "内容类型不对"), (421, "请求头 Host 不是本服务"), (503, "暂时不能回答，请稍后重试"),
    ];

    /// <summary>Adds the document <c>v1</c>.</summary>
    public static void AddPolicyGraphOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "PolicyGraph", Version = "v1", Description = "绿色制造政策与标准的知识图谱。回答与命令行的 --format json 相同；引文的 start、end 是 GET /api/documents/{id} 所给 text 里的 UTF-16 位置（左闭右开）。" };
            Shapes.AddTo(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            Describe(operation, metadata, context.Document ?? throw new InvalidOperationException("an operation is described within its document"));
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiOperation operation, IList<object> metadata, OpenApiDocument document)
    {
        foreach (var (name, meaning) in metadata.OfType<QueryOptions>().SelectMany(o => o.Names))
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }

        if (metadata.OfType<BodyShape>().FirstOrDefault() is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Content(Json, new OpenApiSchemaReference(body.Name, document)) };
        }
        else if (metadata.OfType<FilesBody>().Any())
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Content("multipart/form-data", FileForm()) };
        }

        DescribeAnswers(operation, metadata, document);
    }

    private static void DescribeAnswers(OpenApiOperation operation, IList<object> metadata, OpenApiDocument document)
    {
        var responses = operation.Responses = [];
        if (metadata.OfType<AnswerShape>().FirstOrDefault() is { } answer)
        {
            responses["200"] = new OpenApiResponse { Description = "回答", Content = Content(Json, new OpenApiSchemaReference(answer.Name, document)) };
        }

        if (metadata.OfType<FilesBody>().Any())
        {
            responses["202"] = new OpenApiResponse { Description = "已收下（Prefer: respond-async）；进度见 Location", Content = Content(Json, new OpenApiSchemaReference("Job", document)) };
            responses["422"] = Fault("没有一份文件能装载", document);
        }

        foreach (var (status, meaning) in Faults)
        {
            responses[status.ToString(CultureInfo.InvariantCulture)] = Fault(meaning, document);
        }

        if (metadata.OfType<AnswerShape>().Any(s => s.Name == "Cypher"))
        {
            foreach (var status in (string[])["400", "403"])
            {
                responses[status] = new OpenApiResponse { Description = "语句有误，或被拒绝", Content = Content(Json, new OpenApiSchemaReference("CypherError", document)) };
            }
        }
    }

    private static OpenApiResponse Fault(string meaning, OpenApiDocument document) => new() { Description = meaning, Content = Content(Shapes.ProblemType, new OpenApiSchemaReference("Problem", document)) };

    private static Dictionary<string, OpenApiMediaType> Content(string type, IOpenApiSchema schema) => new() { [type] = new OpenApiMediaType { Schema = schema } };

    private static OpenApiSchema FileForm() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "file" },
        Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
    };
}
