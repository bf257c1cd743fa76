#pragma once

#include "core/error.h"
#include "models/configmodel.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;
class QStackedWidget;

namespace slipway
{

class CodeView;
class ConfigTree;
class DetailsSubject;
class PlatformChoice;
class StatePage;

/// The config of an image, or of one of an index's images at a time: set out line by line, or the document itself.
class ConfigTab final : public QWidget
{
    Q_OBJECT
public:
    explicit ConfigTab(QWidget* parent = nullptr);

    /// The config of the image that is chosen, or why there is none to see.
    void showSubject(const DetailsSubject& subject);
    void setChoices(const QStringList& platforms, int current);
    /// Without sections there is only the document to see: it is no image's config.
    void showDocument(std::vector<ConfigSection> sections, const QByteArray& bytes);
    void showWaiting();
    void showError(const Error& error);
    void showNothing(const QString& title, const QString& sentence);
    [[nodiscard]] const ConfigModel& model() const { return *m_model; }
    [[nodiscard]] ConfigTree& tree() { return *m_tree; }
    [[nodiscard]] CodeView& code() { return *m_code; }
    /// The title of what stands where the config would; empty while the config is in sight.
    [[nodiscard]] QString stateTitle() const;

Q_SIGNALS:
    void choiceMade(int index);
    void retryRequested();

private:
    QWidget* makeHead();
    void showForm();

    ConfigModel* m_model;
    QWidget* m_content;
    QStackedWidget* m_forms;
    ConfigTree* m_tree;
    CodeView* m_code;
    PlatformChoice* m_choice = nullptr;
    QPushButton* m_raw = nullptr;
    StatePage* m_state;
    QStackedLayout* m_stack;
};

} // namespace slipway
