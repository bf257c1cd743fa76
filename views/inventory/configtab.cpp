#include "views/inventory/configtab.h"

#include "core/errortext.h"
#include "models/jsontext.h"
#include "views/inventory/codeview.h"
#include "views/inventory/configtree.h"
#include "views/inventory/detailssubject.h"
#include "views/inventory/platformchoice.h"
#include "views/theme/buttonkind.h"
#include "views/theme/icons.h"
#include "views/widgets/copying.h"
#include "views/widgets/statepage.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>
#include <QStackedWidget>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Empty for what is no image's config: a chart's, a signature's, or one that cannot be read as such.
std::vector<ConfigSection> sectionsOf(const DetailsSubject& subject, const QByteArray& bytes)
{
    const Snapshot& snapshot = *subject.inventory()->snapshot;
    if (snapshot.kindOf(snapshot.versions[subject.image()]) != ManifestKind::Image)
        return {};
    const Digest digest = *subject.configDigest();
    const auto config = parseImageConfig(digest, bytes);
    const auto settings = parseRunSettings(digest, bytes);
    return config && settings ? configSections(*config, *settings) : std::vector<ConfigSection>();
}

} // namespace

ConfigTab::ConfigTab(QWidget* parent)
    : QWidget(parent)
    , m_model(new ConfigModel(this))
    , m_content(new QWidget(this))
    , m_forms(new QStackedWidget(m_content))
    , m_tree(new ConfigTree(m_forms))
    , m_code(new CodeView(m_forms))
    , m_state(new StatePage(this))
    , m_stack(new QStackedLayout(this))
{
    setAccessibleName(tr("Config"));
    m_code->setAccessibleName(tr("Config document"));
    m_tree->setModel(m_model);
    m_forms->addWidget(m_tree);
    m_forms->addWidget(m_code);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_forms, 1);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_state);
    connect(m_state, &StatePage::actionTriggered, this, &ConfigTab::retryRequested);
}

QWidget* ConfigTab::makeHead()
{
    auto* head = new QWidget(m_content);
    m_choice = new PlatformChoice(head);
    connect(m_choice, &PlatformChoice::choiceMade, this, &ConfigTab::choiceMade);
    m_raw = new QPushButton(tr("Raw"), head);
    m_raw->setCheckable(true);
    m_raw->setToolTip(tr("The document itself, as JSON"));
    setButtonKind(*m_raw, ButtonKind::Quiet);
    connect(m_raw, &QPushButton::toggled, this, &ConfigTab::showForm);
    auto* copy = new QPushButton(icon("edit-copy"_L1), tr("Copy"), head);
    copy->setToolTip(tr("Copy the selected lines, or the config as it is shown"));
    connect(copy, &QPushButton::clicked, this, [this] {
        if (m_forms->currentWidget() == m_tree)
            m_tree->copyLines();
        else
            copyAndTell(*this, m_code->toPlainText(), Copied::Config);
    });
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(m_choice);
    row->addStretch();
    row->addWidget(m_raw);
    row->addWidget(copy);
    setTabOrder({m_choice, m_raw, copy, m_tree, m_code});
    return head;
}

void ConfigTab::showSubject(const DetailsSubject& subject)
{
    setChoices(subject.platforms(), subject.choice());
    const auto document = subject.configDocument();
    if (subject.version() == kNoRow)
        showNothing(tr("No config here"), tr("Select an image or a version to see its config."));
    else if (subject.image() == kNoRow)
        showNothing(tr("No config"), tr("This index lists no image that could have one."));
    else if (!subject.configDigest())
        showNothing(tr("No config known"), tr("The manifest names none, or could not be read."));
    else if (!document)
        showWaiting();
    else if (!document->has_value())
        showError(document->error());
    else
        showDocument(sectionsOf(subject, **document), **document);
}

void ConfigTab::setChoices(const QStringList& platforms, int current)
{
    m_choice->setChoices(platforms, current);
}

void ConfigTab::showDocument(std::vector<ConfigSection> sections, const QByteArray& bytes)
{
    const bool isNew = sections != m_model->sections();
    m_model->setSections(std::move(sections));
    if (isNew)
        m_tree->expandAll();
    const QString text = prettyJson(bytes);
    if (m_code->toPlainText() != text)
        m_code->setPlainText(text);
    m_raw->setVisible(m_model->rowCount() > 0);
    showForm();
    m_stack->setCurrentWidget(m_content);
}

void ConfigTab::showForm()
{
    const bool isRaw = m_raw->isChecked() || m_model->rowCount() == 0;
    m_forms->setCurrentWidget(isRaw ? static_cast<QWidget*>(m_code) : m_tree);
}

void ConfigTab::showWaiting()
{
    m_state->showLoading(tr("Reading the config"), {}, 0, 0);
    m_stack->setCurrentWidget(m_state);
}

void ConfigTab::showError(const Error& error)
{
    const ErrorText text = errorText(error);
    m_state->showError(text.what, text.advice, tr("Try again"));
    m_stack->setCurrentWidget(m_state);
}

void ConfigTab::showNothing(const QString& title, const QString& sentence)
{
    m_state->showEmpty(icon("package"_L1, IconColor::Muted), title, sentence);
    m_stack->setCurrentWidget(m_state);
}

QString ConfigTab::stateTitle() const
{
    return m_stack->currentWidget() == m_content ? QString() : m_state->title();
}

} // namespace slipway
