#include "views/inventory/manifesttab.h"

#include "core/errortext.h"
#include "core/format.h"
#include "models/jsontext.h"
#include "models/timetext.h"
#include "views/inventory/codeview.h"
#include "views/inventory/detailssubject.h"
#include "views/theme/buttonkind.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/glyphlabel.h"
#include "views/widgets/statepage.h"
#include "views/widgets/toast.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>

namespace slipway
{

using namespace Qt::StringLiterals;

ManifestTab::ManifestTab(QWidget* parent)
    : QWidget(parent)
    , m_content(new QWidget(this))
    , m_code(new CodeView(this))
    , m_state(new StatePage(this))
    , m_stack(new QStackedLayout(this))
{
    setAccessibleName(tr("Manifest"));
    m_code->setAccessibleName(tr("Manifest document"));
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_code, 1);
    layout->addWidget(makeFoot());
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_state);
    connect(m_state, &StatePage::actionTriggered, this, &ManifestTab::retryRequested);
}

QWidget* ManifestTab::makeHead()
{
    auto* head = new QWidget(m_content);
    m_description = new ElidedLabel(head);
    setTextRole(*m_description, TextRole::Caption);
    m_description->setForegroundRole(QPalette::PlaceholderText);
    m_raw = new QPushButton(tr("Raw"), head);
    m_raw->setCheckable(true);
    m_raw->setToolTip(tr("The bytes as the registry keeps them, not set out"));
    setButtonKind(*m_raw, ButtonKind::Quiet);
    connect(m_raw, &QPushButton::toggled, this, &ManifestTab::showText);
    auto* copy = new QPushButton(icon("edit-copy"_L1), tr("Copy"), head);
    copy->setToolTip(tr("Copy the document as it is shown"));
    connect(copy, &QPushButton::clicked, this, [this] {
        copyToClipboard(text());
        tellDone(*this, tr("Copied manifest"));
    });
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(m_description, 1);
    row->addWidget(m_raw);
    row->addWidget(copy);
    return head;
}

QWidget* ManifestTab::makeFoot()
{
    auto* foot = new Strip(Strip::Side::Foot, m_content);
    followText(*foot, [foot] { foot->setFixedHeight(withText(33)); });
    m_glyph = new GlyphLabel(Glyph::Ok, 14, foot);
    m_verdict = new QLabel(foot);
    m_readAt = new QLabel(foot);
    for (auto* label : {m_verdict, m_readAt})
        setTextRole(*label, TextRole::Caption);
    m_readAt->setForegroundRole(QPalette::PlaceholderText);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 1, 12, 0);
    row->setSpacing(6);
    row->addWidget(m_glyph);
    row->addWidget(m_verdict);
    row->addStretch();
    row->addWidget(m_readAt);
    return foot;
}

void ManifestTab::showSubject(const DetailsSubject& subject)
{
    const RowIndex version = subject.version();
    if (version == kNoRow) {
        showNothing(tr("No manifest here"), tr("Select an image or a version to see its manifest."));
        return;
    }
    const auto& document = subject.manifest();
    if (!document) {
        showWaiting();
        return;
    }
    if (!document->has_value()) {
        showError(document->error());
        return;
    }
    const Snapshot& snapshot = *subject.inventory()->snapshot;
    const auto& row = snapshot.versions[version];
    const auto* manifest = snapshot.manifestOf(row);
    QString description = kindWord(snapshot.kindOf(row));
    if (manifest && manifest->childTotal > 0)
        description += u", "_s + tr("%n entries", nullptr, manifest->childTotal);
    else if (manifest && manifest->layerTotal > 0)
        description += u", "_s + tr("%n layer(s)", nullptr, manifest->layerTotal);
    showDocument(subject.digest(), **document, description, subject.manifestReadAt());
}

void ManifestTab::showDocument(const Digest& digest, const QByteArray& bytes, const QString& description,
                               const QDateTime& readAt)
{
    m_bytes = bytes;
    m_description->setFullText(description + u", "_s + formatBytes(bytes.size()));
    const bool matches = Digest::of(bytes) == digest;
    m_glyph->setGlyph(matches ? Glyph::Ok : Glyph::Bad);
    m_verdict->setText(matches ? tr("Digest matches content") : tr("Digest does not match content"));
    m_readAt->setText(tr("Read %1").arg(clockText(readAt)));
    showText();
    m_stack->setCurrentWidget(m_content);
}

void ManifestTab::showText()
{
    m_code->setPlainText(m_raw->isChecked() ? QString::fromUtf8(m_bytes) : prettyJson(m_bytes));
}

void ManifestTab::showWaiting()
{
    m_state->showLoading(tr("Reading the manifest"), {}, 0, 0);
    m_stack->setCurrentWidget(m_state);
}

void ManifestTab::showError(const Error& error)
{
    const ErrorText text = errorText(error);
    m_state->showError(text.what, text.advice, tr("Try again"));
    m_stack->setCurrentWidget(m_state);
}

void ManifestTab::showNothing(const QString& title, const QString& sentence)
{
    m_state->showEmpty(icon("package"_L1, IconColor::Muted), title, sentence);
    m_stack->setCurrentWidget(m_state);
}

QString ManifestTab::text() const
{
    return m_stack->currentWidget() == m_content ? m_code->toPlainText() : QString();
}

QString ManifestTab::verdict() const
{
    return m_stack->currentWidget() == m_content ? m_verdict->text() : m_state->title();
}

} // namespace slipway
