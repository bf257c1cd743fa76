#include "views/files/codecolors.h"

#include "views/theme/tokens.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// The lines in sight come first.
constexpr qsizetype kFirstPart = 200;
constexpr qsizetype kPart = 5000;
/// Longer lines are nobody's writing: they are left plain.
constexpr qsizetype kLongestColored = 5000;

using Style = KSyntaxHighlighting::Theme::TextStyle;

CodeColor colorOf(Style style)
{
    switch (style) {
    case Style::DataType:
    case Style::Attribute:
    case Style::Variable:
    case Style::Others:
        return CodeColor::Name;
    case Style::String:
    case Style::VerbatimString:
    case Style::SpecialString:
    case Style::SpecialChar:
    case Style::Char:
        return CodeColor::String;
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float:
    case Style::Constant:
        return CodeColor::Number;
    case Style::Keyword:
    case Style::Function:
    case Style::ControlFlow:
    case Style::BuiltIn:
    case Style::Extension:
    case Style::Preprocessor:
    case Style::Import:
    case Style::Operator:
        return CodeColor::Word;
    case Style::Comment:
    case Style::Documentation:
    case Style::Annotation:
    case Style::CommentVar:
    case Style::RegionMarker:
    case Style::Information:
        return CodeColor::Comment;
    case Style::Error:
    case Style::Alert:
        return CodeColor::Fault;
    case Style::Normal:
    case Style::Warning:
        break;
    }
    return CodeColor::Text;
}

class Colorer final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    [[nodiscard]] LineColors color(QStringView line)
    {
        m_spans.clear();
        m_state = highlightLine(line, m_state);
        return std::move(m_spans);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format) override
    {
        if (const CodeColor color = colorOf(format.textStyle()); color != CodeColor::Text && length > 0)
            m_spans.push_back({offset, length, color});
    }

private:
    KSyntaxHighlighting::State m_state;
    LineColors m_spans;
};

/// A repository of grammars belongs to one thread.
KSyntaxHighlighting::Definition definitionFor(KSyntaxHighlighting::Repository& repository, const QString& fileName)
{
    return repository.definitionForFileName(fileName.section(u'/', -1));
}

} // namespace

QColor codeColor(const Tokens& tokens, CodeColor color)
{
    switch (color) {
    case CodeColor::Name:
        return tokens.info;
    case CodeColor::String:
        return tokens.ok;
    case CodeColor::Number:
        return tokens.warn;
    case CodeColor::Word:
        return tokens.accent;
    case CodeColor::Comment:
        return tokens.muted;
    case CodeColor::Fault:
        return tokens.bad;
    case CodeColor::Text:
        break;
    }
    return tokens.text;
}

QString grammarOf(const QString& fileName)
{
    KSyntaxHighlighting::Repository repository;
    const auto definition = definitionFor(repository, fileName);
    // "None" is what a repository has for everything else.
    return definition.isValid() && definition.name() != "None"_L1 ? definition.name() : QString();
}

CodeColors::CodeColors(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<Part>::resultReadyAt, this, &CodeColors::take);
    connect(&m_watcher, &QFutureWatcher<Part>::finished, this, [this] {
        if (m_watcher.isCanceled())
            return;
        m_isDone = true;
        Q_EMIT done();
    });
}

CodeColors::~CodeColors()
{
    m_watcher.cancel();
}

void CodeColors::color(const TextLinesPtr& text, const QString& fileName)
{
    m_watcher.cancel();
    m_lines.clear();
    m_isDone = !text || text->lines.empty();
    if (m_isDone) {
        m_watcher.setFuture({});
        return;
    }
    QPromise<Part> promise;
    promise.start();
    m_watcher.setFuture(promise.future());
    QThreadPool::globalInstance()->start([promise = std::move(promise), text, fileName]() mutable {
        KSyntaxHighlighting::Repository repository;
        Colorer colorer;
        const auto definition = definitionFor(repository, fileName);
        if (definition.isValid()) {
            colorer.setDefinition(definition);
            Part part;
            qsizetype wanted = kFirstPart;
            for (const QStringView line : text->lines) {
                if (promise.isCanceled())
                    break;
                part.push_back(line.size() > kLongestColored ? LineColors() : colorer.color(line));
                if (std::ssize(part) == wanted) {
                    promise.addResult(std::exchange(part, {}));
                    wanted = kPart;
                }
            }
            promise.addResult(std::move(part));
        }
        promise.finish();
    });
}

void CodeColors::take(int result)
{
    if (m_watcher.isCanceled())
        return;
    Part part = m_watcher.future().resultAt(result);
    const qsizetype first = std::ssize(m_lines);
    m_lines.insert(m_lines.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    Q_EMIT colored(first, std::ssize(m_lines));
}

const LineColors& CodeColors::line(qsizetype line) const
{
    static const LineColors kPlain;
    return line >= 0 && line < std::ssize(m_lines) ? m_lines[static_cast<std::size_t>(line)] : kPlain;
}

} // namespace slipway
