#include "app/ctl/simulateoptions.h"

#include "core/errortext.h"
#include "simulator/generate.h"
#include "simulator/statefile.h"

#include <QCommandLineParser>

#include <limits>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        u"Serves GitHub's packages API and a container registry on loopback. --now TIME before the command fixes its clock."_s);
    parser.addOptions({
        {u"demo"_s, u"Serve a demo that ships with the program (northquay, siriusscan)."_s, u"name"_s},
        {u"state"_s, u"Serve a state file (docs/simulator.md)."_s, u"file"_s},
        {u"generate"_s, u"Serve a generated organisation: packages=N,versions=M,seed=S."_s, u"spec"_s},
        {u"port"_s, u"Port to listen on; 0 lets the system choose."_s, u"port"_s, u"0"_s},
        {u"latency"_s, u"Milliseconds before each answer."_s, u"ms"_s, u"0"_s},
        {u"bandwidth"_s, u"Bytes per second of each answer; 0 is unlimited."_s, u"bytes"_s, u"0"_s},
        {u"fault"_s, u"A fault by route and count, for example status=503,route=/v2/*,count=3."_s, u"spec"_s},
        {u"stale"_s, u"After a change, this many lists still show what was before."_s, u"count"_s, u"0"_s},
        {u"scopes"_s, u"Scopes of every token, separated by commas."_s, u"list"_s},
        {u"request-log"_s, u"Append one JSON line per request to this file."_s, u"file"_s},
        {u"referrers"_s, u"How referrers are refused: 404, 303, 405, 429 or html."_s, u"mode"_s, u"404"_s},
        {u"rate-limit"_s, u"API requests an hour with a token."_s, u"count"_s, u"5000"_s},
        {u"points"_s, u"Secondary limit in points a minute; 0 is none."_s, u"count"_s, u"0"_s},
        {u"creations"_s, u"Secondary limit in requests a minute that create something; 0 is none."_s, u"count"_s,
         u"0"_s},
        {u"concurrent"_s, u"Secondary limit in API requests under way; 0 is none."_s, u"count"_s, u"0"_s},
        {u"token-lifetime"_s, u"Seconds a registry token is good for."_s, u"seconds"_s, u"300"_s},
    });
    parser.addHelpOption();
}

SimulateParse wrongUse(const QString& message)
{
    return {std::nullopt, "simulate: "_L1 + message, 2};
}

/// Reads the options that are whole numbers; keeps the first that is none.
class NumberReader final
{
public:
    explicit NumberReader(const QCommandLineParser& parser)
        : m_parser(parser)
    {
    }

    [[nodiscard]] qint64 read(const QString& name, qint64 most = std::numeric_limits<int>::max())
    {
        bool isNumber = false;
        const auto number = m_parser.value(name).toLongLong(&isNumber);
        if ((!isNumber || number < 0 || number > most) && m_problem.isEmpty())
            m_problem =
                u"--%1 takes a whole number from 0 to %2, not \"%3\"."_s.arg(name).arg(most).arg(m_parser.value(name));
        return number;
    }
    [[nodiscard]] const QString& problem() const { return m_problem; }

private:
    const QCommandLineParser& m_parser;
    QString m_problem;
};

std::optional<ReferrersAnswer> referrersAnswer(const QString& word)
{
    if (word == "404"_L1)
        return ReferrersAnswer::NotFound;
    if (word == "303"_L1)
        return ReferrersAnswer::Redirect;
    if (word == "405"_L1)
        return ReferrersAnswer::MethodNotAllowed;
    if (word == "429"_L1)
        return ReferrersAnswer::TooMany;
    if (word == "html"_L1)
        return ReferrersAnswer::Html;
    return std::nullopt;
}

Result<SimulatorState> readState(const QCommandLineParser& parser)
{
    if (parser.isSet(u"state"_s))
        return loadStateFile(parser.value(u"state"_s));
    if (parser.isSet(u"generate"_s))
        return parseGeneratorSpec(parser.value(u"generate"_s)).and_then(generateState);
    return demoState(parser.isSet(u"demo"_s) ? parser.value(u"demo"_s) : u"northquay"_s);
}

Result<SimulatorOptions> readOptions(const QCommandLineParser& parser)
{
    SimulatorOptions options;
    NumberReader numbers(parser);
    options.port = static_cast<quint16>(numbers.read(u"port"_s, 65535));
    options.latency = std::chrono::milliseconds(numbers.read(u"latency"_s));
    constexpr qint64 kTerabyte = 1'000'000'000'000;
    options.bandwidth = numbers.read(u"bandwidth"_s, kTerabyte);
    options.staleLists = static_cast<int>(numbers.read(u"stale"_s));
    options.primaryLimit = static_cast<int>(numbers.read(u"rate-limit"_s));
    options.pointsPerMinute = static_cast<int>(numbers.read(u"points"_s));
    options.creationsPerMinute = static_cast<int>(numbers.read(u"creations"_s));
    options.concurrentRequests = static_cast<int>(numbers.read(u"concurrent"_s));
    options.tokenLifetime = std::chrono::seconds(numbers.read(u"token-lifetime"_s));
    options.requestLogFile = parser.value(u"request-log"_s);
    if (!numbers.problem().isEmpty())
        return failure(ErrorKind::InvalidArgument, u"simulate"_s, numbers.problem());
    const auto referrers = referrersAnswer(parser.value(u"referrers"_s));
    if (!referrers)
        return failure(ErrorKind::InvalidArgument, u"simulate"_s, u"--referrers takes 404, 303, 405, 429 or html."_s);
    options.referrers = *referrers;
    if (parser.isSet(u"scopes"_s))
        options.scopes = parser.value(u"scopes"_s).split(u',', Qt::SkipEmptyParts);
    const auto specs = parser.values(u"fault"_s);
    for (const auto& spec : specs) {
        const auto fault = parseFault(spec);
        if (!fault)
            return std::unexpected(fault.error());
        options.faults.append(*fault);
    }
    return options;
}

} // namespace

SimulateParse parseSimulate(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return wrongUse(parser.errorText());
    if (parser.isSet(u"help"_s))
        return {std::nullopt, parser.helpText(), 0};
    if (!parser.positionalArguments().isEmpty())
        return wrongUse(u"\"%1\" is one argument too many."_s.arg(parser.positionalArguments().constFirst()));
    if (int{parser.isSet(u"demo"_s)} + int{parser.isSet(u"state"_s)} + int{parser.isSet(u"generate"_s)} > 1)
        return wrongUse(u"--demo, --state and --generate exclude one another."_s);
    auto options = readOptions(parser);
    if (!options)
        return wrongUse(options.error().subject == "simulate"_L1
                            ? options.error().detail
                            : u"%1: %2"_s.arg(options.error().subject, options.error().detail));
    auto state = readState(parser);
    if (!state)
        return wrongUse(errorLine(state.error()));
    return {SimulateRequest{std::move(*state), std::move(*options)}, {}, 0};
}

} // namespace slipway
