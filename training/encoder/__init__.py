"""How the encoder is trained.

vocabulary   which word pieces are kept
corpora      corpora → documents with labels on characters
targets      labels on characters → targets on word pieces
teacher      sentence vectors of the model we start from
network      the network in PyTorch
train        the training
export       the shipped file: ONNX, eight bits
"""
