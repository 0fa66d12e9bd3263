using System.ComponentModel;
using System.Diagnostics;

namespace PolicyGraph.Readers.Pdf.Layer;

/// <summary>One run of a poppler tool as a child process: what it writes comes out through a pipe and never touches the disk.</summary>
/// <remarks>On Unix the child is held to a gigabyte of address space and a minute of processor time; it is killed when the reading ends early.</remarks>
internal sealed class PopplerProcess : IDisposable
{
    public const string Words = "pdftotext";
    public const string Drawing = "pdftocairo";
    private const string Limits = "ulimit -v 1000000 2>/dev/null; ulimit -t 60 2>/dev/null; exec ";
    private const int NotFound = 127;
    private readonly Process process;
    private readonly Task feeding;
    private readonly Task<(int Faults, string First)> remarks;
    private readonly CancellationTokenRegistration killing;

    private PopplerProcess(Process process, PopplerFile file, CancellationToken cancellation)
    {
        this.process = process;
        killing = cancellation.Register(Kill);
        feeding = Task.Run(() => Feed(file.IsPiped ? file.Source.Bytes : default), CancellationToken.None);
        remarks = Task.Run(ReadRemarks, CancellationToken.None);
    }

    /// <summary>What it writes.</summary>
    public Stream Output => process.StandardOutput.BaseStream;

    /// <param name="file">The file.</param>
    /// <param name="tool"><see cref="Words"/> or <see cref="Drawing"/>.</param>
    /// <param name="options">The product's own words; nothing of a file or user may stand in them.</param>
    /// <param name="cancellation">Kills it.</param>
    /// <exception cref="DocumentReadException">It is not installed.</exception>
    public static PopplerProcess Start(PopplerFile file, string tool, string options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(tool, [.. options.Split(' '), file.Name, "-"])
            : new ProcessStartInfo("/bin/sh", ["-c", $"{Limits}{tool} {options} \"$0\" -", file.Name]);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, true, false);
        try
        {
            return new PopplerProcess(Process.Start(start) ?? throw Refusal.NoPoppler(), file, cancellation);
        }
        catch (Win32Exception)
        {
            throw Refusal.NoPoppler();
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>How many places it calls damaged.</returns>
    /// <exception cref="DocumentReadException">It could not open the file.</exception>
    public int Finish()
    {
        process.WaitForExit();
        var (faults, first) = remarks.GetAwaiter().GetResult();
        return process.ExitCode switch
        {
            0 => faults,
            NotFound => throw Refusal.NoPoppler(),
            3 => throw Refusal.CopyingForbidden(),
            _ when first.Contains("password", StringComparison.OrdinalIgnoreCase) || first.Contains("encrypt", StringComparison.OrdinalIgnoreCase) => throw Refusal.Encrypted("PDF "),
            1 => throw Refusal.Damaged("PDF"),
            _ => faults + 1,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        killing.Dispose();
        Kill();
        process.WaitForExit();
        Task.WaitAll([feeding, remarks], TimeSpan.FromSeconds(5));
        process.Dispose();
    }

    private void Feed(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            input.Write(bytes.Span);
        }
        catch (IOException)
        {
            // It has read enough, or has ended; its exit code says which.
        }
    }

    private (int Faults, string First) ReadRemarks()
    {
        var (faults, first) = (0, "");
        while (process.StandardError.ReadLine() is { } line)
        {
            faults += line.StartsWith("Syntax Error", StringComparison.Ordinal) || line.StartsWith("Internal Error", StringComparison.Ordinal) ? 1 : 0;
            first = first.Length == 0 || line.Contains("password", StringComparison.OrdinalIgnoreCase) ? line : first;
        }

        return (faults, first);
    }

    private void Kill()
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (InvalidOperationException)
        {
            // It ended in between.
        }
    }
}
