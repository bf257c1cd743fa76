#include "views/widgets/filesaving.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace slipway
{

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten)
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return {};
}

void askWhereToSave(QWidget& parent, const SaveQuestion& question, const std::function<void(const QString& path)>& save)
{
    auto* dialog = new QFileDialog(&parent, question.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(question.suggestedName).suffix());
    dialog->selectFile(question.suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent, save);
    dialog->open();
}

} // namespace slipway
